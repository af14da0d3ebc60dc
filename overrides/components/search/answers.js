// All that the search needs once it is used: the index and how its answers look in the page.
import { excerpt, marked } from "./excerpt.js";

export { buildIndex } from "./engine.js";

const element = (tag, ...inner) => {
  const made = document.createElement(tag);
  made.append(...inner);
  return made;
};

const link = (href, { title, text }, isMatch, hasExcerpt) => {
  const made = element("a", ...marked(title, isMatch));
  made.href = href;
  if (hasExcerpt && text) made.append(element("small", ...marked(excerpt(text, isMatch), isMatch)));
  return made;
};

/** Render one page of the answers as a list item: its link, and links to the parts that answer. */
export const item = (page, isMatch, root) => {
  const made = element("li", link(root + page.url, page, isMatch, page.isAnswer));
  const links = page.parts.map((part) => element("li", link(`${root}${part.url}#${part.anchor}`, part, isMatch, true)));
  if (links.length) made.append(element("ul", ...links));
  return made;
};
