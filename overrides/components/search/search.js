// The search: answers as one types. Its index is made in the browser from files that are fetched when the panel opens, the
// same whatever one types, so that no host learns of a query. The browser opens and closes the panel by itself.
import { closeOnLeave } from "../base/popover.js";
import { root } from "../base/root.js";

const QUIET = 500; // ms after the last key until the status line says how many pages were found

const panel = document.getElementById("site-search");
const opener = document.querySelector("[popovertarget=site-search]");
const form = panel.querySelector("form");
const status = panel.querySelector("[role=status]");
const list = panel.querySelector(".search-answers");
const words = status.dataset;
const isPopover = "popover" in HTMLElement.prototype;

const fetchJson = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

// A language has its stemmer and stop words in a module of its own.
const LANGUAGES = {
  en: () => import("./languages/en.js"), es: () => import("./languages/es.js"), ar: () => import("./languages/ar.js"),
};

const load = async () => {
  const language = LANGUAGES[document.documentElement.lang.split("-")[0]] ?? LANGUAGES.en;
  const [{ buildIndex, item }, terms, ...files] = await Promise.all([
    import("./answers.js"), language(), ...panel.dataset.files.split(" ").map(fetchJson)]);
  return { find: buildIndex(Object.assign({}, ...files), terms), item };
};
let loading;
// Loaded once; what failed may work at the next try.
const loaded = () => (loading ??= load().catch((error) => {
  loading = undefined;
  throw error;
}));

let timer;
const say = (text, isLater = false) => {
  clearTimeout(timer);
  const write = () => { if (status.textContent !== text) status.textContent = text; };
  if (isLater) timer = setTimeout(write, QUIET);
  else write();
};
const sayFailed = () => say(location.protocol === "file:" ? words.file : words.failed);

let asked = "";
const answer = async () => {
  const query = form.elements.query.value.trim();
  if (query === asked) return;
  asked = query;
  if (!query) {
    list.replaceChildren();
    say(words.start);
    return;
  }
  try {
    const { find, item } = await loaded();
    // The reader may have typed on meanwhile.
    if (query !== asked) return;
    const { pages, isMatch, found } = find(query);
    list.replaceChildren(...pages.map((page) => item(page, isMatch, root.href)));
    say({ 0: words.none, 1: words.one }[found] ?? words.other.replace("{n}", pages.length), true);
  } catch {
    asked = "";
    list.replaceChildren();
    sayFailed();
  }
};

form.addEventListener("input", answer);
form.addEventListener("reset", () => {
  setTimeout(answer);
  form.elements.query.focus();
});
// On a phone the keyboard goes and the answers are in sight; no key leaves the page.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});

// The arrow keys go from the words to the answers and back.
panel.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [form.elements.query, ...list.querySelectorAll("a")];
  const next = step && stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

const close = () => (isPopover ? panel.hidePopover() : panel.classList.remove("is-open"));
// An answer on this page is beneath the panel.
list.addEventListener("click", ({ target }) => target.closest("a") && close());

if (isPopover) {
  closeOnLeave(panel, opener);
} else {
  opener.addEventListener("click", () => {
    panel.classList.add("is-open");
    form.elements.query.focus();
  });
  panel.querySelector("[popovertargetaction]").addEventListener("click", () => {
    close();
    opener.focus();
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    close();
    opener.focus();
  });
}

list.hidden = false;
say(words.start);
const warm = () => loaded().catch(sayFailed);
opener.addEventListener("click", warm);
// A reader who was faster than this module is in the panel already, and may have typed.
if (panel.contains(document.activeElement)) warm();
answer();
