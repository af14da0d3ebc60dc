// Checklists work by themselves: a browser ticks boxes. What keeps ticks together is fetched at the first one, or where some are kept
// on this device. At the start this module only adds "Put on my note": a box below each phrase, and below each question of a page whose
// questions the note takes.
import { describe } from "../base/phrase.js";
import { announce } from "../base/status.js";

const template = document.getElementById("note-toggle")?.content.firstElementChild;

const toggle = (id, by) => {
  const made = template.cloneNode(true);
  const box = made.querySelector("input");
  box.name = id;
  describe(box, by);
  return made;
};
if (template) {
  for (const phrase of document.querySelectorAll(".phrase[data-note]")) {
    phrase.querySelector("blockquote").after(toggle(phrase.dataset.note, phrase.querySelector(".phrase-when")));
  }
  const { notePart } = document.querySelector("article").dataset;
  // A page's questions are its smallest headings; folded ones are of level 4.
  const folded = document.querySelectorAll("article summary > h4[id]");
  for (const heading of notePart ? (folded.length ? folded : document.querySelectorAll("article h3[id]")) : []) {
    // Styles reserve the height of this <div> until it is there.
    const row = document.createElement("div");
    (heading.closest("summary") ?? heading).after(row);
    row.append(toggle(`${notePart}.${heading.id}`, heading));
  }
}

// Looking is not reading: what is stored is validated by storage.js.
const isStored = () => {
  try {
    return localStorage.getItem(`${new URL("../../", import.meta.url).pathname}ticks`) !== null;
  } catch {
    return false;
  }
};
// Where it does not load, boxes can be ticked all the same.
const start = () => import("./boxes.js").then((boxes) => boxes.start(announce), () => null);
const startIfStored = () => isStored() && start();

document.addEventListener("change", ({ target }) => target.matches("article [type=checkbox]") && start());
// Another tab may keep ticks meanwhile, or have kept them when this page comes back from the back/forward cache.
addEventListener("storage", startIfStored);
addEventListener("pageshow", startIfStored);
// A reader who was faster than this module has ticked something already.
if (document.querySelector("article [type=checkbox]:checked")) start();
else startIfStored();
