// Copy buttons: a button with data-copy="some words", or with data-copy-from="#id" of the element that holds them.
// Phrases get one each, from a template. The page's one status line says, and shows, what was copied.
import { describe } from "../base/phrase.js";
import { announce } from "../base/status.js";
import { copyText } from "./clipboard.js";

const LONGEST = 60; // letters of the copied words that the status line repeats

const status = document.querySelector(".copy-status");
const template = document.getElementById("copy-phrase")?.content.firstElementChild;

const unmark = () => {
  for (const button of document.querySelectorAll("[data-copied]")) delete button.dataset.copied;
};

const copy = async (button, text, source) => {
  unmark();
  if (await copyText(text)) {
    button.dataset.copied = "";
    const [line] = text.split("\n", 1);
    announce(status, `${status.dataset.done} ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`, unmark);
  } else {
    // What can be selected is, so that the keyboard or a long press can copy it.
    if (source) getSelection()?.selectAllChildren(source);
    announce(status, status.dataset.failed);
  }
};

/** Let a button copy what it names, or the text of the element it names or is given. */
export const offerCopy = (button, source = button.dataset.copyFrom ? document.querySelector(button.dataset.copyFrom) : null) => {
  button.hidden = false;
  button.addEventListener("click", () => copy(button, button.dataset.copy ?? source.textContent.trim(), source));
};

for (const button of document.querySelectorAll("button[data-copy], button[data-copy-from]")) offerCopy(button);

for (const phrase of template ? document.querySelectorAll(".phrases > .phrase") : []) {
  const source = phrase.querySelector("blockquote");
  const offer = template.cloneNode(true);
  const button = offer.querySelector("button");
  describe(button, phrase.querySelector(".phrase-when"));
  button.addEventListener("click", () => copy(button, source.textContent.trim().replace(/^“|”$/g, ""), source));
  phrase.append(offer);
}
