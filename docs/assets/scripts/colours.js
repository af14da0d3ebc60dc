// Automatic, light, dark: each button picks the next choice; focus goes along, so that a keyboard can go round them.
// What is written before the first paint is in partials/javascripts/palette.html.

const choice = document.querySelector("[data-md-component=palette]");
const inputs = [...choice?.querySelectorAll("input") ?? []];
const media = matchMedia("(prefers-color-scheme: light)");
const key = `${window.__md_scope.pathname}.__palette`;

// The number of the colours that were chosen; 0 is automatic. Whatever storage holds or does, nothing here throws.
const kept = () => {
  try {
    const { index } = JSON.parse(localStorage.getItem(key));
    return index === 1 || index === 2 ? index : 0;
  } catch {
    return 0;
  }
};
const keep = (index) => {
  try {
    // Automatic leaves nothing behind.
    if (index) localStorage.setItem(key, JSON.stringify({ index }));
    else localStorage.removeItem(key);
  } catch { /* The choice lives as long as the page. */ }
};

const named = (name) => {
  const found = document.querySelector(`meta[name=${name}]`);
  return found ?? document.head.appendChild(Object.assign(document.createElement("meta"), { name }));
};

const colourOf = (input) => {
  const colour = Object.fromEntries(["media", "scheme", "primary", "accent"].map((key) => [key, input.dataset[`mdColor${key[0].toUpperCase()}${key.slice(1)}`]]));
  const device = inputs.find((other) => other.dataset.mdColorMedia === `(prefers-color-scheme: ${media.matches ? "light" : "dark"})`);
  return colour.media === "(prefers-color-scheme)" && device ? { ...colour, scheme: device.dataset.mdColorScheme } : colour;
};

const show = (input) => {
  document.body.setAttribute("data-md-color-switching", "");
  for (const [name, value] of Object.entries(colourOf(input))) document.body.setAttribute(`data-md-color-${name}`, value);
  for (const other of inputs) other.nextElementSibling.hidden = other !== input;
  const header = getComputedStyle(document.querySelector("header"));
  named("color-scheme").content = header.colorScheme;
  named("theme-color").content = header.backgroundColor;
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
};

let chosen = inputs[kept()] ?? inputs[0];
if (chosen) show(chosen);
media.addEventListener("change", () => chosen && show(chosen));
for (const input of inputs) {
  input.addEventListener("change", () => {
    chosen = input;
    show(input);
    // Nothing is written before a reader picks.
    keep(inputs.indexOf(input));
  });
}

for (const button of choice?.querySelectorAll("[data-palette]") ?? []) {
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.palette).click();
    choice.querySelector("[data-palette]:not([hidden])")?.focus();
  });
  // The theme's own Enter key on the form would take a second step.
  button.addEventListener("keydown", (event) => event.stopPropagation());
}
