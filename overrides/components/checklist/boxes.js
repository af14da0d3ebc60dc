// After a first tick, a small bar below the list says where ticks are and how to keep them for the note.
import { boxes } from "./follow.js";
import { CLEAR_TICKS, canUndo, clear, isKept, keep, onTicks, ticked, undo } from "./ticks.js";

const LISTS = ".checklist, .phrases-block";
let hasStarted = false;

/**
 * Show the bar from now on; ticks made before count too.
 *
 * @param {(line: Element, words: string) => void} announce says something in a status line.
 */
export const start = (announce) => {
  const bar = document.getElementById("keep-bar")?.content.firstElementChild;
  if (hasStarted || !bar) return;
  hasStarted = true;
  const status = document.querySelector(".copy-status");
  const barStatus = bar.querySelector("[role=status]");
  const [opening, clearing, undoing] = ["open", "clear", "undo"].map((what) => bar.querySelector(`[data-keep=${what}]`));

  // Below the list that holds the box, or its row. Styles keep it at the foot of the screen while the list goes on below, and it must not
  // cover there what was ticked last, nor move it: then it stays below until the reader moves on.
  let last;
  const settle = () => {
    bar.classList.toggle("is-at-foot", clearing.hidden && bar.parentElement.matches(LISTS));
    if (last?.getBoundingClientRect().bottom > bar.getBoundingClientRect().top) bar.classList.remove("is-at-foot");
  };
  const place = (box) => {
    last = box;
    const list = box.closest(LISTS);
    if (list) list.append(bar);
    else box.closest("h3 + div, summary + div").after(bar);
  };
  addEventListener("scroll", () => bar.isConnected && settle());

  // Browsers may translate what the bar says, so what it said last is remembered here.
  let said;
  const showBar = (box) => {
    const count = boxes.filter(({ checked }) => checked).length;
    if (!count && !isKept() && !canUndo()) {
      bar.remove();
      return;
    }
    const isNew = !bar.isConnected;
    if (box) place(box);
    const words = barStatus.dataset[canUndo() ? "cleared" : isKept() ? "kept" : "open"].replace("{n}", count);
    if (words !== said) barStatus.textContent = words;
    said = words;
    clearing.hidden = !isKept() && !canUndo();
    // What has focus must not go with it.
    if (document.activeElement === undoing && !canUndo()) clearing.focus();
    undoing.hidden = !canUndo();
    settle();
    // Screen readers miss what is inserted with its words, and the bar may be below the screen.
    if (isNew && bar.isConnected && status) {
      announce(status, words);
      if (bar.getBoundingClientRect().bottom <= innerHeight) status.firstElementChild.className = "visually-hidden";
    }
  };

  for (const box of boxes) box.addEventListener("change", () => showBar(box));
  const early = boxes.filter(({ checked }) => checked).at(-1);
  if (early && !isKept()) showBar(early);
  onTicks(() => bar.isConnected && showBar());

  let hasFailed = false;
  opening.addEventListener("click", (event) => {
    if (isKept() || keep() || hasFailed) return;
    // Nothing can be kept here: say so first. A second click opens the note, where everything can be ticked as well.
    event.preventDefault();
    hasFailed = true;
    said = barStatus.textContent = barStatus.dataset.failed;
  });
  // A second press of a shaking hand must not take what the first can bring back.
  clearing.addEventListener("click", () => ticked().length && clear(CLEAR_TICKS));
  undoing.addEventListener("click", undo);
};
