// Boxes to tick, wherever a page has some: each follows the ticks, and the ticks follow it. After a first tick, a small
// bar below the list says where ticks live and how to keep them for the note.
import { clear, isKept, isTicked, keep, onTicks, tick } from "./ticks.js";

const part = document.querySelector("article").dataset.notePart;
const bar = document.getElementById("keep-bar")?.content.firstElementChild;
const toggle = document.getElementById("note-toggle")?.content.firstElementChild;

// Phrases can be put on the note, and so can the questions of a page that the note takes lines from.
const add = (place, id, words) => {
  const copy = toggle.cloneNode(true);
  const box = copy.querySelector("input");
  box.name = id;
  box.setAttribute("aria-label", `${copy.textContent.trim()}: ${words}`);
  place.append(copy);
};
if (toggle) {
  for (const phrase of document.querySelectorAll(".phrase[data-note]")) {
    add(phrase, phrase.dataset.note, phrase.querySelector("blockquote").textContent);
  }
  for (const heading of document.querySelectorAll(part ? "article h3[id]" : "no-such")) {
    // Publishing keeps a room there.
    if (!heading.nextElementSibling?.matches(".toggle-room")) heading.after(document.createElement("div"));
    add(heading.nextElementSibling, `${part}.${heading.id}`, heading.textContent);
  }
}

// The therapist's side is for the therapist to work on; it goes into nobody's note.
const boxes = [...document.querySelectorAll("article input[type=checkbox][name]:not([name$='.therapist'])")];
const show = () => boxes.forEach((box) => { box.checked = isTicked(box.name); });

const place = (box) => {
  if (!bar) return;
  const on = boxes.filter((one) => one.checked).length;
  if (!on && !isKept()) {
    bar.remove();
    return;
  }
  if (box) box.closest("fieldset, .phrases, h3 + div").after(bar);
  const said = bar.querySelector("[role=status]");
  said.textContent = (isKept() ? said.dataset.kept : said.dataset.open).replace("{n}", on);
  bar.querySelector("[data-keep=forget]").hidden = !isKept();
};

// Ticks made while this script was still on its way count too.
for (const box of boxes) {
  if (box.checked) tick(box.name, true);
  box.addEventListener("change", () => {
    tick(box.name, box.checked);
    place(box);
  });
}
show();
const early = boxes.findLast?.((box) => box.checked);
if (early && !isKept()) place(early);
onTicks(() => {
  show();
  if (bar?.isConnected) place();
});

let told = false;
bar?.querySelector("[data-keep=open]").addEventListener("click", (event) => {
  if (isKept() || keep() || told) return;
  // Nothing can be kept here: say so first. A second click opens the note, where everything can be ticked as well.
  event.preventDefault();
  told = true;
  const said = bar.querySelector("[role=status]");
  said.textContent = said.dataset.failed;
});
bar?.querySelector("[data-keep=forget]").addEventListener("click", () => {
  clear();
  place();
});
