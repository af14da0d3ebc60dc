// Automatic, light, dark: each button picks the next choice. The theme's script sets the colours
// and swaps the buttons; focus goes along, so that a keyboard can go round the choices.
const choice = document.querySelector("[data-md-component=palette]");

for (const button of choice?.querySelectorAll("[data-palette]") ?? []) {
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.palette).click();
    choice.querySelector("[data-palette]:not([hidden])")?.focus();
  });
  // The theme's own Enter key on the form would take a second step.
  button.addEventListener("keydown", (event) => event.stopPropagation());
}
