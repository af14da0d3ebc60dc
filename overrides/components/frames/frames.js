// Copy buttons for the frames of checklists.
import { addButton } from "../link-kit/link-kit.js";

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
  // Without it, a frame is dark with the device also where its page is white. Our own policy lets scripts set it, and no attribute.
  frame.style.colorScheme = "light";
  return frame.outerHTML;
};

for (const link of document.querySelectorAll("[data-copy-frames] [data-height]")) {
  addButton(link, frameOf(link), (button) => link.parentElement.nextElementSibling.prepend(button, " "));
}
