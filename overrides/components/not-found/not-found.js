// The 404 page: goes to the page that was meant where that is certain, else offers the nearest.
import { resolveUrl } from "./resolve-url.js";

// Modules are published two folders below the root of the site.
const root = new URL("../../", import.meta.url);
const suggestions = document.querySelector("[data-nearest]");

const withoutRoot = (path) => {
  while (path.toLowerCase().startsWith(root.pathname.toLowerCase())) path = path.slice(root.pathname.length);
  return path;
};

const show = (nearest, titles) => {
  for (const url of nearest) {
    const link = document.createElement("a");
    link.href = new URL(url.slice(1), root).href;
    link.textContent = titles[url.split("#")[0]];
    const item = document.createElement("li");
    item.append(link);
    suggestions.querySelector("ul").append(item);
  }
  suggestions.hidden = !nearest.length;
};

const help = (known) => {
  const { certain, nearest } = resolveUrl(withoutRoot(location.pathname) + location.search + location.hash, known);
  const target = certain === null ? null : new URL(certain.slice(1), root);
  // A page that should be here and is not must not send its reader round in a circle.
  if (target && target.pathname !== location.pathname) location.replace(target);
  else show(nearest, known.pages);
};

// Without the list, the links in the page are there all the same.
fetch(new URL("assets/addresses.json", root)).then((response) => (response.ok ? response.json().then(help) : null)).catch(() => null);
