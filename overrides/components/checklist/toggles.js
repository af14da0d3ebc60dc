// "Put on my note": a box below each phrase, and below each question of a page whose questions the note takes.
import { beginningOf } from "../base/phrase.js";

/** Add the boxes from the page's template, where it has one. */
export const addToggles = () => {
  const template = document.getElementById("note-toggle")?.content.firstElementChild;
  if (!template) return;
  const make = (id, words) => {
    const toggle = template.cloneNode(true);
    const box = toggle.querySelector("input");
    box.name = id;
    box.setAttribute("aria-label", `${toggle.textContent.trim()}: ${words}`);
    return toggle;
  };
  for (const phrase of document.querySelectorAll(".phrase[data-note]")) {
    const quote = phrase.querySelector("blockquote");
    quote.after(make(phrase.dataset.note, beginningOf(quote)));
  }
  const { notePart } = document.querySelector("article").dataset;
  // A page's questions are its smallest headings; folded ones are of level 4.
  const folded = document.querySelectorAll("article summary > h4[id]");
  for (const heading of notePart ? (folded.length ? folded : document.querySelectorAll("article h3[id]")) : []) {
    // Styles reserve the height of this <div> until it is there.
    const row = document.createElement("div");
    (heading.closest("summary") ?? heading).after(row);
    row.append(make(`${notePart}.${heading.id}`, heading.textContent));
  }
};
