// Copy buttons for long lists of pages, frames and claims: written out, they would be a tenth of the page.
import { offerCopy } from "../copy/copy.js";

// The address that the site lives at, also where this page is shown from another one.
const liveUrl = (link) => new URL(link.getAttribute("href"), document.querySelector("link[rel=canonical]")?.href ?? location.href).href;

/** Return the code of a checklist's frame, for a portal. */
const frameOf = (link) => {
  const frame = document.createElement("iframe");
  const attributes = {
    src: liveUrl(link),
    title: link.textContent,
    sandbox: "allow-top-navigation-by-user-activation",
    width: "100%",
    height: link.dataset.height,
  };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  return frame.outerHTML;
};

const template = document.getElementById("copy-address");
const addButton = (title, words, place, source) => {
  const button = template.content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-label", template.dataset.label.replace("{title}", () => title.textContent));
  button.dataset.copy = words;
  place(button);
  offerCopy(button, source);
};
for (const link of document.querySelectorAll("[data-copy-links] td a")) {
  addButton(link, liveUrl(link), (button) => link.after(" ", button));
}
for (const source of document.querySelectorAll("[data-copy-each] .kit-address")) {
  addButton(source.previousElementSibling, source.textContent, (button) => source.nextElementSibling.prepend(button, " "), source);
}
for (const link of document.querySelectorAll("[data-copy-frames] [data-height]")) {
  addButton(link, frameOf(link), (button) => link.parentElement.nextElementSibling.prepend(button, " "));
}

const reference = document.getElementById("copy-reference")?.content.firstElementChild;
for (const claim of reference ? document.querySelectorAll(".claim") : []) {
  const button = reference.cloneNode(true);
  button.dataset.copyFrom = `#${claim.id} > p`;
  button.setAttribute("aria-label", `${button.textContent}: ${claim.querySelector("h3").textContent}`);
  claim.append(button);
  offerCopy(button);
}
