// What only an act of the reader asks for comes with the first one: a pointer that moves, a touch, a key, a focus.
// ACT is put before this file: the address of that, as seen from here, and when to fetch it.
const EVENTS = ["pointerover", "pointerdown", "focusin", "keydown"];
// Buttons that do nothing before it is there. A press on one in the meantime is made good.
const WAITING = "[data-listen] button";

let coming;
let tries = 0;
let pressed;
const press = ({ target }) => { pressed = target.closest?.(WAITING) ?? pressed; };

const act = () => {
  // A line that failed may be back at the next try; browsers remember addresses that failed.
  coming ??= import(new URL(ACT.file + (tries ? `?${tries}` : ""), import.meta.url)).then(() => {
    for (const event of EVENTS) removeEventListener(event, act);
    removeEventListener("click", press, { capture: true });
    pressed?.click();
  }, () => {
    tries += 1;
    coming = pressed = undefined;
  });
};

addEventListener("click", press, { capture: true });
for (const event of EVENTS) addEventListener(event, act, { passive: true });
// Whoever comes with a question, or was faster than this file, has acted.
if (location.search || document.activeElement !== document.body || document.querySelector("#site-menu [data-part][open], #__search:checked")) act();
if (ACT.when === "idle") addEventListener("load", () => (globalThis.requestIdleCallback ?? setTimeout)(act));
