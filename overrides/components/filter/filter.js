// Narrow long lists as one types: what does not hold every word is hidden, and so is a heading with nothing left below it.
const normal = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

for (const field of document.querySelectorAll("[data-filter]")) {
  const root = document.getElementById(field.dataset.filter);
  field.hidden = false;
  field.addEventListener("input", ({ target }) => {
    const words = normal(target.value).split(/\s+/);
    for (const entry of root.querySelectorAll(":scope > ul > li, :scope > section")) {
      const text = normal(entry.textContent);
      entry.hidden = !words.every((word) => text.includes(word));
    }
    for (const list of root.querySelectorAll(":scope > ul")) {
      list.hidden = !list.querySelector(":scope > :not([hidden])");
      if (list.previousElementSibling?.matches("h3")) list.previousElementSibling.hidden = list.hidden;
    }
  });
}
