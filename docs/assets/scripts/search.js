// The search: answers as one types. Its index is fetched when the panel opens, what stands below answers after the first one.
// Both are the same whatever one types, so that no host can tell. The browser opens and closes the panel by itself.
import { closeBehind } from "./close-behind.js";
import { excerpt, marked } from "./search-excerpt.js";
import { find, read } from "./search-index.js";

const root = new URL("../../", import.meta.url).href;
const panel = document.getElementById("site-search");
const opener = document.querySelector("[popovertarget=site-search]");
const form = panel.querySelector("form");
const status = panel.querySelector("[role=status]");
const list = panel.querySelector(".search-answers");
const said = list.dataset;
const isPopover = "popover" in HTMLElement.prototype;

// Gives a file's content, fetched once; what failed may be there at the next try.
const once = (address, made) => {
  let coming;
  return () => (coming ??= fetch(root + address)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then(made)
    .catch((error) => {
      coming = undefined;
      throw error;
    }));
};
const getIndex = once("search/index.json", read);
const getTexts = once("search/texts.json", (texts) => texts);

const filled = (element, ...inner) => {
  element.append(...inner);
  return element;
};

// A link, with room below it for some words of the part that it leads to.
const link = (url, title, meant, anchor) => {
  const made = filled(document.createElement("a"), ...marked(title, meant));
  made.href = root + url + (anchor ? `#${anchor}` : "");
  if (anchor !== undefined) {
    const room = document.createElement("small");
    room.dataset.of = anchor;
    made.append(room);
  }
  return made;
};

const item = ({ url, title, isAnswer, parts }, meant) => {
  const made = filled(document.createElement("li"), link(url, title, meant, isAnswer ? "" : undefined));
  made.dataset.url = url;
  const links = parts.map((part) => filled(document.createElement("li"), link(url, part.title, meant, part.anchor)));
  if (links.length) made.append(filled(document.createElement("ul"), ...links));
  return made;
};

const fill = (meant, texts) => {
  for (const room of list.querySelectorAll("small:empty")) {
    const text = texts[room.closest("[data-url]").dataset.url]?.[room.dataset.of];
    if (text) room.append(...marked(excerpt(text, meant), meant));
    else room.remove();
  }
};

let asked = "";
const show = async ({ pages, meant }, query) => {
  list.replaceChildren(...pages.map((page) => item(page, meant)));
  status.textContent = { 0: said.none, 1: said.one }[pages.length] ?? said.other.replace("{n}", pages.length);
  const texts = await getTexts().catch(() => null);
  if (texts && query === asked) fill(meant, texts);
};

const answer = async () => {
  const query = form.elements.query.value.trim();
  if (query === asked) return;
  asked = query;
  if (!query) {
    list.replaceChildren();
    status.textContent = said.start;
    return;
  }
  try {
    const known = await getIndex();
    // Whoever typed on meanwhile has asked something else.
    if (query === asked) show(find(known, query), query);
  } catch {
    asked = "";
    list.replaceChildren();
    status.textContent = said.failed;
  }
};

form.addEventListener("input", answer);
form.addEventListener("reset", () => {
  setTimeout(answer);
  form.elements.query.focus();
});
// On a phone the keyboard goes and the answers are in sight; nobody is carried off by a key.
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
  closeBehind(panel, opener);
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
status.textContent = said.start;
opener.addEventListener("click", () => getIndex().catch(() => null));
// Who was faster than this file is in the panel already, and may have typed.
if (panel.contains(document.activeElement)) getIndex().catch(() => null);
answer();
