// A copy button for each claim, which copies its reference.
import { offerCopy } from "../copy/copy.js";

const reference = document.getElementById("copy-reference").content.firstElementChild;
for (const claim of document.querySelectorAll(".claim")) {
  const button = reference.cloneNode(true);
  button.dataset.copyFrom = `#${claim.id} > p`;
  button.setAttribute("aria-label", `${button.textContent}: ${claim.querySelector("h3").textContent}`);
  claim.append(button);
  offerCopy(button);
}
