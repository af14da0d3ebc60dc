// "Put on my note": a box below each phrase, and below each question of a page whose questions the note takes.
const NAMED = 5; // words of a phrase that the box's name repeats

/** Add the boxes from the page's template, where it has one. */
export const addToggles = () => {
  const template = document.getElementById("note-toggle")?.content.firstElementChild;
  if (!template) return;
  const make = (id, words) => {
    const toggle = template.cloneNode(true);
    const box = toggle.querySelector("input");
    box.name = id;
    const shown = words.trim().split(/\s+/);
    box.setAttribute("aria-label", `${toggle.textContent.trim()}: ${shown.slice(0, NAMED).join(" ")}${shown.length > NAMED ? " …" : ""}`);
    return toggle;
  };
  for (const phrase of document.querySelectorAll(".phrase[data-note]")) {
    const quote = phrase.querySelector("blockquote");
    quote.after(make(phrase.dataset.note, quote.textContent.replace(/[“”]/g, "")));
  }
  const { notePart } = document.querySelector("article").dataset;
  for (const heading of notePart ? document.querySelectorAll("article h3[id]") : []) {
    // Styles reserve the height of this <div> until it is there.
    const row = document.createElement("div");
    heading.after(row);
    row.append(make(`${notePart}.${heading.id}`, heading.textContent));
  }
};
