// Copy buttons. Give any button data-copy="some words", or data-copy-from="#id" of what holds them, and `hidden`.
// What was copied is said aloud, and seen, in the page's one status line.
import { copyText } from "./copy.js";

const SHOWN_FOR = 4000; // Milliseconds that the status line and the tick stay.
const LONGEST = 60; // Letters of the copied words that the status line repeats.

const status = document.querySelector(".copy-status");
let timer;

const holderOf = (button) => (button.dataset.copyFrom ? document.querySelector(button.dataset.copyFrom) : null);

const quiet = () => {
  status.replaceChildren();
  for (const button of document.querySelectorAll("[data-copied]")) delete button.dataset.copied;
};

const say = (words) => {
  clearTimeout(timer);
  // A new node is told again, even when its words are the same.
  status.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }));
  timer = setTimeout(quiet, SHOWN_FOR);
};

const copy = async (button) => {
  const holder = holderOf(button);
  const text = button.dataset.copy ?? holder.textContent.trim();
  quiet();
  if (await copyText(text)) {
    button.dataset.copied = "";
    const line = text.split("\n", 1)[0];
    say(`${status.dataset.done} ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`);
  } else {
    // What can be selected is, so that the keyboard or a long press can copy it.
    if (holder) getSelection().selectAllChildren(holder);
    say(status.dataset.failed);
  }
};

for (const button of document.querySelectorAll("button[data-copy], button[data-copy-from]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
