// Where the browser asks for another language that has this page before it asks for this one, the link to it says so, as a sentence
// in that language. Nothing is kept, sent or redirected.
const links = [...document.querySelectorAll("[data-offer]")];

for (const asked of navigator.languages ?? []) {
  const tag = asked.split("-")[0];
  const link = links.find(({ lang }) => lang === tag);
  if (link) link.textContent = link.dataset.offer;
  if (link || tag === document.documentElement.lang) break;
}
