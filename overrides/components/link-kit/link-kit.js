// Copy buttons for long lists of pages: written out, they would be a tenth of the page.
import { offerCopy } from "../copy/copy.js";

const template = document.getElementById("copy-address");
/** Add a copy button for a title, which copies words or a source's text. */
export const addButton = (title, words, place, source) => {
  const button = template.content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-label", template.dataset.label.replace("{title}", () => title.textContent));
  button.dataset.copy = words;
  place(button);
  offerCopy(button, source);
};
for (const source of document.querySelectorAll("[data-copy-each] .kit-address")) {
  addButton(source.previousElementSibling, source.textContent, (button) => source.nextElementSibling.prepend(button, " "), source);
}
