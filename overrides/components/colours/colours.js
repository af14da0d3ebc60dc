// Automatic, light, dark: each button picks the next choice; focus goes along, so that a keyboard can go round them.
// The inline script in partials/javascripts/palette.html sets the colours before the first paint.
import { root } from "../base/root.js";

const choice = document.querySelector("[data-md-component=palette]");
const inputs = [...choice?.querySelectorAll("input") ?? []];
const media = matchMedia("(prefers-color-scheme: light)");
const KEY = `${root.pathname}.__palette`;

// The index of the stored choice; 0 is automatic. Whatever storage holds or does, nothing here throws.
const stored = () => {
  try {
    const { index } = JSON.parse(localStorage.getItem(KEY));
    return index === 1 || index === 2 ? index : 0;
  } catch {
    return 0;
  }
};
const store = (index) => {
  try {
    // Automatic leaves nothing behind.
    if (index) localStorage.setItem(KEY, JSON.stringify({ index }));
    else localStorage.removeItem(KEY);
  } catch { /* The choice lives as long as the page. */ }
};

const metaOf = (name) => {
  const found = document.querySelector(`meta[name=${name}]`);
  return found ?? document.head.appendChild(Object.assign(document.createElement("meta"), { name }));
};

const schemeOf = (input) => {
  const device = inputs.find((other) => other.dataset.mdColorMedia === `(prefers-color-scheme: ${media.matches ? "light" : "dark"})`);
  return (input.dataset.mdColorMedia === "(prefers-color-scheme)" && device ? device : input).dataset.mdColorScheme;
};

const show = (input) => {
  document.body.setAttribute("data-md-color-scheme", schemeOf(input));
  for (const other of inputs) other.nextElementSibling.hidden = other !== input;
  const header = getComputedStyle(document.querySelector("header"));
  metaOf("color-scheme").content = header.colorScheme;
  metaOf("theme-color").content = header.backgroundColor;
};

let chosen = inputs[stored()] ?? inputs[0];
if (chosen) show(chosen);
media.addEventListener("change", () => chosen && show(chosen));
for (const input of inputs) {
  input.addEventListener("change", () => {
    chosen = input;
    show(input);
    // Nothing is written before a reader picks.
    store(inputs.indexOf(input));
  });
}

for (const button of choice?.querySelectorAll("[data-palette]") ?? []) {
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.palette).click();
    choice.querySelector("[data-palette]:not([hidden])")?.focus();
  });
}
