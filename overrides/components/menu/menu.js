// Of sections the reader is not in, the menu of a page lists the first link only, without scripts too. Once such a section is
// opened, this module brings its other links: the menu of that first page lists the whole section.
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

for (const section of document.querySelectorAll("#site-menu details[data-part]")) {
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
