// A quick exit: the page goes blank at once, whatever the network does, and leaves the tab's history. One click does it, or
// Shift three times, as on GOV.UK pages for people who may be watched.
const link = document.querySelector("[data-exit]");
const status = document.querySelector("[data-exit-said]");
const PRESSES = 3;
const WITHIN = 5_000; // ms from the first press to the last
// On-screen keyboards send Shift by themselves while a text field has focus.
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

const leave = () => {
  // Modules that read aloud fall silent now, and not when the next page has come.
  dispatchEvent(new Event("pagehide"));
  document.documentElement.replaceChildren();
  location.replace(link.href);
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

let presses = 0;
let isAlone = false;
let timer;
const count = (number) => {
  if (!presses && number) timer = setTimeout(reset, WITHIN);
  presses = number;
  status.textContent = number ? status.dataset.left.replace("{n}", PRESSES - number) : "";
};
const reset = () => {
  clearTimeout(timer);
  isAlone = false;
  if (presses) count(0);
};

// Only Shift by itself counts, with nothing else between: neither a capital letter nor Shift with a click is a call for help.
addEventListener("keydown", (event) => {
  if (event.repeat) return;
  if (event.key === "Shift" && !event.target.closest?.(FIELDS)) isAlone = true;
  else reset();
}, { capture: true });
addEventListener("keyup", ({ key }) => {
  if (key !== "Shift" || !isAlone) return;
  isAlone = false;
  if (presses + 1 === PRESSES) leave();
  else count(presses + 1);
}, { capture: true });
for (const other of ["pointerdown", "wheel", "focusin", "blur"]) addEventListener(other, reset, { capture: other !== "blur", passive: true });

// Jumps within the page would leave more of it behind the back button.
document.addEventListener("click", (event) => {
  const jump = event.target.closest?.("a[href]");
  if (!jump || jump === link || jump.href.split("#")[0] !== location.href.split("#")[0] || !jump.hash) return;
  event.preventDefault();
  location.replace(jump.hash);
});
