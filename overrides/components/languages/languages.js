// Points at the page in the reader's own language, where the browser asks for one that the page has. Nothing is stored, and
// nobody is sent anywhere.
const links = [...document.querySelectorAll(".languages [hreflang]")];
const base = (tag) => tag.split("-")[0].toLowerCase();
const tags = [document.documentElement.lang, ...links.map((link) => link.hreflang)].map(base);
// The first language of the browser that the site has.
const wanted = (navigator.languages ?? []).map(base).find((tag) => tags.includes(tag));
links.find((link) => base(link.hreflang) === wanted)?.classList.add("do");
