const normal = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Hide what below `root` does not hold every word of a text, and each heading with nothing left below it. */
export const narrow = (root, text) => {
  const words = normal(text).split(/\s+/);
  for (const entry of root.querySelectorAll(":scope > ul > li, :scope > section")) {
    const held = normal(entry.textContent);
    entry.hidden = !words.every((word) => held.includes(word));
  }
  for (const list of root.querySelectorAll(":scope > ul")) {
    list.hidden = !list.querySelector(":scope > :not([hidden])");
    if (list.previousElementSibling?.matches("h3")) list.previousElementSibling.hidden = list.hidden;
  }
};
