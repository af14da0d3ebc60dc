// When the reader reaches for the search, what answers is fetched, all at once. The browser opens the panel by itself.
// REACH is put before this file: addresses as seen from here, and whether to fetch at the latest when the page is done.
const opener = document.querySelector("[popovertarget=site-search]");
const panel = document.getElementById("site-search");

let coming;
let tries = 0;
const reach = () => {
  if (coming) return;
  // The index is the largest: it does not wait for the script, which finds it in the browser's cache.
  fetch(new URL(REACH.index, import.meta.url)).catch(() => null);
  // Browsers remember addresses that failed.
  coming = import(new URL(REACH.search, import.meta.url) + (tries ? `?${tries}` : ""));
  coming.then(() => "popover" in HTMLElement.prototype || opener.click(), () => {
    tries += 1;
    coming = undefined;
  });
};

for (const [node, sign] of [[opener, "pointerdown"], [opener, "click"], [panel, "input"]]) node?.addEventListener(sign, reach);
// Who was faster than this file is in the panel already.
if (panel?.contains(document.activeElement)) reach();
if (opener && REACH.idle) addEventListener("load", () => (globalThis.requestIdleCallback ?? setTimeout)(reach));
