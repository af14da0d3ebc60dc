// Brings the links of a section of the menu: the menu of its first page lists the whole section.
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

/** Replace the one link of a section by all; throws where they do not load. */
export const fill = async (section) => {
  const first = section.querySelector("ul");
  first.replaceWith(await fetchList(first.querySelector("a").href));
};
