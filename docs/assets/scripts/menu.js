// The menu works without this file. It adds comforts: parts list all their pages once opened, and a keyboard finds its way.
import { closeBehind } from "./close-behind.js";

const menu = document.getElementById("site-menu");
const opener = document.querySelector("[popovertarget=site-menu]");
const supported = "popover" in HTMLElement.prototype;

if (menu && opener && supported) {
  closeBehind(menu, opener);
} else if (menu && opener) {
  // Older browsers show the menu at the end of the page: go there.
  opener.addEventListener("click", () => {
    menu.querySelector("a, summary").focus();
    menu.scrollIntoView();
  });
}

// Of parts the reader is not in, a page lists the first link only. That one's own menu lists the whole part.
const listOf = async (address) => {
  const answer = await fetch(address);
  // Without its head: the styles there are not this page's, and its policy would complain of them.
  const text = await answer.text();
  const page = new DOMParser().parseFromString(text.slice(text.indexOf("<body")), "text/html");
  const list = document.importNode(page.querySelector("#site-menu details[open] > ul"), true);
  for (const link of list.querySelectorAll("a")) {
    link.href = new URL(link.getAttribute("href"), address).href;
    link.removeAttribute("aria-current");
  }
  return list;
};

for (const part of menu?.querySelectorAll("details[data-part]") ?? []) {
  const fill = async () => {
    part.removeEventListener("toggle", fill);
    const first = part.querySelector("ul");
    try {
      first.replaceWith(await listOf(first.querySelector("a").href));
    } catch {
      // The first link is there; the next try may bring the others.
      part.addEventListener("toggle", fill);
    }
  };
  // Who was faster than this file has it open already.
  if (part.open) fill();
  else part.addEventListener("toggle", fill);
}
