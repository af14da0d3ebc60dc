const menu = document.querySelector("#site-menu");
// Beside the text the menu scrolls by itself, and the page one is on may stand below its edge.
menu.scrollTop = menu.querySelector("[aria-current]")?.offsetTop - menu.clientHeight + 200;

// Of sections the reader is not in, the menu of a page lists the first link only, without scripts too. The others come once such a
// section is opened.
for (const section of menu.querySelectorAll("[data-part]")) {
  const fill = () => import("./sections.js").then((sections) => sections.fill(section)).catch(wait);
  // The first link is there; the next try may bring the others.
  const wait = () => section.addEventListener("toggle", fill, { once: true });
  // A reader who was faster than this module has it open already.
  if (section.open) fill();
  else wait();
}
