// Copy buttons for long lists of pages and claims: written out, they would be a tenth of the page.
import { offerCopy } from "../copy/copy.js";

const address = document.getElementById("copy-address");
const addButton = (title, data, place) => {
  const button = address.content.firstElementChild.cloneNode(true);
  Object.assign(button.dataset, data);
  button.setAttribute("aria-label", address.dataset.label.replace("{title}", () => title.textContent));
  place(button);
  offerCopy(button);
};
for (const link of address ? document.querySelectorAll("[data-copy-links] td a") : []) {
  // The address that the site lives at, also where this page is shown from another one.
  const live = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  addButton(link, { copy: new URL(link.getAttribute("href"), live).href }, (button) => link.after(" ", button));
}
for (const source of address ? document.querySelectorAll("[data-copy-each] [id]") : []) {
  addButton(source.previousElementSibling, { copyFrom: `#${source.id}` }, (button) => source.nextElementSibling.prepend(button));
}

const reference = document.getElementById("copy-reference")?.content.firstElementChild;
for (const claim of reference ? document.querySelectorAll(".claim") : []) {
  const button = reference.cloneNode(true);
  button.dataset.copyFrom = `#${claim.id} > p`;
  button.setAttribute("aria-label", `${button.textContent}: ${claim.querySelector("h3").textContent}`);
  claim.append(button);
  offerCopy(button);
}
