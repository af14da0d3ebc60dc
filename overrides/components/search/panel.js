// The open panel of the search: answers as one types.
const QUIET = 500; // ms after the last key until the status line says how many pages were found

let hasStarted = false;

/**
 * Answer what is typed from now on, and what was typed before.
 *
 * @param {Element} panel
 * @param {() => Promise<{find: Function, item: Function}>} loaded gives the index, and how an answer looks.
 */
export const start = (panel, loaded) => {
  if (hasStarted) return;
  hasStarted = true;
  const form = panel.querySelector("form");
  const status = panel.querySelector("[role=status]");
  const list = panel.querySelector(".search-answers");
  const words = status.dataset;
  const { query: field } = form.elements;
  // The files of a language stand in a folder below its root; this module is shared by all.
  const root = new URL("../", new URL(panel.dataset.texts, document.baseURI)).href;
  const plural = new Intl.PluralRules(document.documentElement.lang);

  // Browsers may translate what the line says, so what it said last is remembered here.
  let timer;
  let said;
  const say = (text, isLater = false) => {
    clearTimeout(timer);
    const write = () => {
      if (said !== text) status.textContent = text;
      said = text;
    };
    if (isLater) timer = setTimeout(write, QUIET);
    else write();
  };

  let asked = "";
  const answer = async () => {
    const query = field.value.trim();
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
      list.replaceChildren(...pages.map((page) => item(page, isMatch, root)));
      say(found ? (words[plural.select(pages.length)] ?? words.other).replace("{n}", pages.length) : words.none, true);
    } catch {
      asked = "";
      list.replaceChildren();
      say(words.failed);
    }
  };

  form.addEventListener("input", answer);
  form.addEventListener("reset", () => {
    setTimeout(answer);
    field.focus();
  });
  // On a phone the keyboard goes and the answers are in sight; no key leaves the page.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });

  // The arrow keys go from the words to the answers and back.
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...list.querySelectorAll("a")];
    const next = step && stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  // An answer on this page is beneath the panel.
  list.addEventListener("click", ({ target }) => target.closest("a") && panel.hidePopover?.());

  list.hidden = false;
  if (!status.dataset.hasFailed) say(words.start);
  answer();
};
