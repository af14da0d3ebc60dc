// Narrow long lists as one types: what does not hold every word is hidden, and so is a heading with nothing left below it.
const normal = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

for (const field of document.querySelectorAll("[data-filter]")) {
  const groups = [...document.getElementById(field.dataset.filter).children];
  const entries = groups.flatMap((group) => (group.matches("ul") ? [...group.children] : group.matches("section") ? [group] : []));
  const texts = new Map(entries.map((entry) => [entry, normal(entry.textContent)]));
  field.hidden = false;
  field.addEventListener("input", ({ target }) => {
    const words = normal(target.value).split(/\s+/).filter(Boolean);
    for (const [entry, text] of texts) entry.hidden = !words.every((word) => text.includes(word));
    for (const list of groups.filter((group) => group.matches("ul"))) {
      const isEmpty = [...list.children].every((entry) => entry.hidden);
      for (const part of [list, list.previousElementSibling]) if (part?.matches("ul, h3")) part.hidden = isEmpty;
    }
  });
}
