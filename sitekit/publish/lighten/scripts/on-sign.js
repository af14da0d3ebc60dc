// Nearly all that scripts and later styles do waits for the first sign of a reader: a pointer, a touch, a key, a scroll.
// REST is put before this file: addresses as seen from here, and whether to fetch at the latest when the page is done. A page tells where its own tools are.
import { key } from "./kept-key.js";

// A pointer that moves: for one that merely lies somewhere browsers make up a "pointerover", and a "pointermove" by no pixel.
const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "focusin", "keydown", "click", "hashchange", "storage"];
const here = (address) => new URL(address, import.meta.url);

const teller = document.querySelector("script[data-tools]");
const awaited = [here(REST.file), ...(teller ? [new URL(teller.dataset.tools, document.baseURI)] : [])];

let coming;
let tries = 0;

// One after the other, as tools go into what the first brings; fetched at the same time.
const run = async () => {
  for (const file of awaited.slice(1)) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: file }));
  while (awaited.length) {
    // A line that failed may be back at the next sign; browsers remember addresses that failed.
    await import(awaited[0] + (tries ? `?${tries}` : ""));
    awaited.shift();
  }
};

const bring = (event) => {
  if (event?.movementX === 0 && event.movementY === 0 && event.type === "pointermove") return;
  coming ??= run().then(() => {
    for (const sign of SIGNS) removeEventListener(sign, bring, true);
    teller?.removeAttribute("data-tools");
  }, () => {
    tries += 1;
    coming = undefined;
  });
};
const watch = (media, does) => matchMedia(media).addEventListener?.("change", does);

for (const sign of SIGNS) addEventListener(sign, bring, { capture: true, passive: true });
watch("(prefers-color-scheme: dark)", bring);

// Paper may be asked for from outside the page, and waits for nothing.
let dressed = !REST.sheet;
const dress = () => {
  if (dressed) return;
  try {
    const request = new XMLHttpRequest();
    request.open("GET", here(REST.sheet), false);
    request.send();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(request.responseText);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    dressed = true;
  } catch { /* On paper as on the screen, then; the next try may do better. */ }
};
addEventListener("beforeprint", dress);
watch("print", ({ matches }) => matches && dress());

// Who comes with a question, to a place within the page, with kept ticks, or was faster than this file, has given a sign.
const isKept = () => {
  try {
    return key in localStorage;
  } catch {
    return false;
  }
};
if (location.search || location.hash || scrollY || document.activeElement !== document.body || isKept()
  || document.querySelector("article :checked, #site-menu [data-part][open]")) bring();
if (REST.idle) addEventListener("load", () => (globalThis.requestIdleCallback ?? setTimeout)(() => bring()));
