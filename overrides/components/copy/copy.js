// Copy buttons: a button with data-copy="some words", or with data-copy-from="#id" of the element that holds them.
// Phrases and claims get one each, from a template. The page's one status line says, and shows, what was copied.
import { beginningOf, wordsOf } from "../base/phrase.js";
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

// Long lists of pages get their buttons here: written out, they would be a tenth of the page.
const address = document.getElementById("copy-address");
const addButton = (title, data, place) => {
  const button = address.content.firstElementChild.cloneNode(true);
  Object.assign(button.dataset, data);
  button.setAttribute("aria-label", address.dataset.label.replace("{title}", () => title.textContent));
  place(button);
};
for (const link of address ? document.querySelectorAll("[data-copy-links] td a") : []) {
  // The address that the site lives at, also where this page is shown from another one.
  const live = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  addButton(link, { copy: new URL(link.getAttribute("href"), live).href }, (button) => link.after(" ", button));
}
for (const source of address ? document.querySelectorAll("[data-copy-each] [id]") : []) {
  addButton(source.previousElementSibling, { copyFrom: `#${source.id}` }, (button) => source.nextElementSibling.prepend(button));
}

for (const button of document.querySelectorAll("button[data-copy], button[data-copy-from]")) {
  const source = button.dataset.copyFrom ? document.querySelector(button.dataset.copyFrom) : null;
  button.hidden = false;
  button.addEventListener("click", () => copy(button, button.dataset.copy ?? source.textContent.trim(), source));
}

for (const phrase of template ? document.querySelectorAll(".phrases > .phrase") : []) {
  const source = phrase.querySelector("blockquote");
  const offer = template.cloneNode(true);
  const button = offer.querySelector("button");
  button.setAttribute("aria-label", `${button.textContent.trim()}: ${beginningOf(source)}`);
  button.addEventListener("click", () => copy(button, wordsOf(source), source));
  phrase.append(offer);
}

const reference = document.getElementById("copy-reference")?.content.firstElementChild;
for (const claim of reference ? document.querySelectorAll(".claim") : []) {
  const source = claim.querySelector("p");
  const button = reference.cloneNode(true);
  button.setAttribute("aria-label", `${button.textContent}: ${claim.querySelector("h3").textContent}`);
  button.addEventListener("click", () => copy(button, source.textContent.trim(), source));
  claim.append(button);
}
