// A quick exit: the page goes blank at once, whatever the network does, and leaves the tab's history. One click does
// it, or Shift three times, as on GOV.UK pages for people who may be watched.
const link = document.querySelector("[data-exit]");
const said = document.querySelector("[data-exit-said]");
const PRESSES = 3;
const PATIENCE = 5_000; // ms for all presses, so that a day's capital letters do not add up

const leave = () => {
  dispatchEvent(new Event("pagehide"));   // who reads aloud falls silent now, and not when the next page has come
  document.documentElement.replaceChildren();
  location.replace(link.href);
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

let presses = 0;
let alone = false;
let patience;
const count = (n) => {
  presses = n;
  said.textContent = n ? said.dataset.left.replace("{n}", PRESSES - n) : "";
  clearTimeout(patience);
  if (n) patience = setTimeout(() => count(0), PATIENCE);
};

// A Shift that shaped a letter is not a call for help.
addEventListener("keydown", (event) => {
  if (event.repeat) return;
  alone = event.key === "Shift";
  if (!alone && presses) count(0);
}, { capture: true });
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  alone = false;
  if (presses + 1 === PRESSES) leave();
  else count(presses + 1);
}, { capture: true });

// Jumps within the page would leave more of it behind the back button.
document.addEventListener("click", (event) => {
  const jump = event.target.closest?.("a[href]");
  if (!jump || jump === link || jump.href.split("#")[0] !== location.href.split("#")[0] || !jump.hash) return;
  event.preventDefault();
  location.replace(jump.hash);
});
