// On the page for lost addresses: goes to the page that was meant where that is certain, else offers the nearest.
import { heal } from "./heal-address.js";

const root = new URL("../../", import.meta.url);
const offer = document.querySelector("[data-nearest]");

const below = (path) => {
  while (path.toLowerCase().startsWith(root.pathname.toLowerCase())) path = path.slice(root.pathname.length);
  return path;
};

const show = (nearest, titles) => {
  for (const address of nearest) {
    const link = document.createElement("a");
    link.href = new URL(address.slice(1), root).href;
    link.textContent = titles[address.split("#")[0]];
    const item = document.createElement("li");
    item.append(link);
    offer.querySelector("ul").append(item);
  }
  offer.hidden = !nearest.length;
};

const help = (known) => {
  const { certain, nearest } = heal(below(location.pathname) + location.search + location.hash, known);
  const goal = certain === null ? null : new URL(certain.slice(1), root);
  // A page that should be here and is not must not send its reader round in a circle.
  if (goal && goal.pathname !== location.pathname) location.replace(goal);
  else show(nearest, known.pages);
};

// Without the list, the links in the page are there all the same.
fetch(new URL("../addresses.json", import.meta.url)).then((answer) => (answer.ok ? answer.json().then(help) : null)).catch(() => null);
