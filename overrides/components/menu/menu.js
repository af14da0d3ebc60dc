// The menu works without this module. With it, sections list all their pages once opened, and a keyboard finds its way.
import { closeOnLeave } from "../base/popover.js";

const menu = document.getElementById("site-menu");
const opener = document.querySelector("[popovertarget=site-menu]");
const supported = "popover" in HTMLElement.prototype;

if (menu && opener && supported) {
  closeOnLeave(menu, opener);
} else if (menu && opener) {
  // Older browsers show the menu at the end of the page: go there.
  opener.addEventListener("click", () => {
    menu.querySelector("a, summary").focus();
    menu.scrollIntoView();
  });
}

// Of sections the reader is not in, a page lists the first link only. The menu of that page lists the whole section.
const fetchList = async (url) => {
  const response = await fetch(url);
  // Without its head: the policy of this page would report the styles there.
  const text = await response.text();
  const page = new DOMParser().parseFromString(text.slice(text.indexOf("<body")), "text/html");
  const list = document.importNode(page.querySelector("#site-menu details[open] > ul"), true);
  for (const link of list.querySelectorAll("a")) {
    link.href = new URL(link.getAttribute("href"), url).href;
    link.removeAttribute("aria-current");
  }
  return list;
};

for (const section of menu?.querySelectorAll("details[data-part]") ?? []) {
  const fill = async () => {
    section.removeEventListener("toggle", fill);
    const first = section.querySelector("ul");
    try {
      first.replaceWith(await fetchList(first.querySelector("a").href));
    } catch {
      // The first link is there; the next try may bring the others.
      section.addEventListener("toggle", fill);
    }
  };
  // A reader who was faster than this module has it open already.
  if (section.open) fill();
  else section.addEventListener("toggle", fill);
}
