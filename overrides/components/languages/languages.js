// Offers a page in the reader's own language, where the browser asks for one that the page has: the link then says so in a
// whole sentence. Nothing is stored, and nobody is sent anywhere.
const links = [...document.querySelectorAll(".languages [data-offer]")];
const tags = [document.documentElement.lang, ...links.map((link) => link.hreflang)];
const base = (tag) => tag.split("-")[0].toLowerCase();
// The first language of the browser that the page has.
const wanted = (navigator.languages ?? []).map(base).find((tag) => tags.map(base).includes(tag));
const offered = wanted !== base(tags[0]) && links.find((link) => base(link.hreflang) === wanted);
if (offered) offered.textContent = offered.dataset.offer;
