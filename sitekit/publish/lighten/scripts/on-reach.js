// When the reader reaches for search, or rests a mouse on a word with a meaning, the theme's script is fetched.
// REACH is put before this file: addresses as seen from here, and when to fetch.
const SEARCH = "[data-md-component=search], [data-search-open]";
const here = (address) => new URL(address, import.meta.url).href;

const hint = (rel, as, address) => {
  document.head.append(Object.assign(document.createElement("link"), { rel, as, href: here(address) }));
};

let fetching;
const reach = () => {
  if (fetching) return fetching;
  // All at once, so that nothing waits for anything; the theme then finds its files in the browser's cache.
  hint("preload", "script", REACH.script);
  for (const address of [REACH.worker, REACH.index]) fetch(here(address)).catch(() => null);
  fetching = import(here(REACH.fetch)).then((theme) => theme.default.fetchTheme(here(REACH.script), here(REACH.worker), here(REACH.base)));
  // A line that fails may be back at the next try.
  fetching.catch(() => {
    fetching = undefined;
  });
  return fetching;
};

for (const event of ["pointerdown", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof Element && target.closest(SEARCH)) reach();
  });
}

document.addEventListener("pointerover", async ({ target, pointerType }) => {
  const term = pointerType === "mouse" && !fetching && target instanceof Element ? target.closest(".md-content [title]") : null;
  if (!term) return;
  await reach();
  if (term.matches(":hover")) term.dispatchEvent(new MouseEvent("mouseenter"));
});

if (new URLSearchParams(location.search).has("q") || document.activeElement?.closest(SEARCH)) reach();
if (REACH.when === "idle") addEventListener("load", () => (globalThis.requestIdleCallback ?? setTimeout)(reach));
