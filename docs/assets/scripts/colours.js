// Automatic, light, dark: each button picks the next choice; focus goes along, so that a keyboard can go round them.
// What the theme's script does with the choice is done here too, the same way: it may come late, or never.
const choice = document.querySelector("[data-md-component=palette]");
const inputs = [...choice?.querySelectorAll("input") ?? []];
const media = matchMedia("(prefers-color-scheme: light)");

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
  const colour = colourOf(input);
  document.body.setAttribute("data-md-color-switching", "");
  for (const [key, value] of Object.entries(colour)) document.body.setAttribute(`data-md-color-${key}`, value);
  for (const other of inputs) other.nextElementSibling.hidden = other !== input;
  const header = getComputedStyle(document.querySelector("header"));
  named("color-scheme").content = header.colorScheme;
  named("theme-color").content = header.backgroundColor;
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  __md_set("__palette", { index: inputs.indexOf(input), color: colour });
};

if (inputs.length) {
  const chosen = () => inputs[__md_get("__palette")?.index] ?? inputs[0];
  for (const input of inputs) input.addEventListener("change", () => show(input));
  media.addEventListener("change", () => show(chosen()));
  show(chosen());
}

for (const button of choice?.querySelectorAll("[data-palette]") ?? []) {
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.palette).click();
    choice.querySelector("[data-palette]:not([hidden])")?.focus();
  });
  // The theme's own Enter key on the form would take a second step.
  button.addEventListener("keydown", (event) => event.stopPropagation());
}
