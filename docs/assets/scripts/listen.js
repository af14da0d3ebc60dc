// Reads the page aloud with a voice of the reader's own device.
// A block is one utterance: browsers lose long ones. Phones cannot hold a voice: a pause ends it,
// and the block begins anew.
import { offer } from "./voice.js";

const control = document.querySelector("[data-listen]");
const speech = window.speechSynthesis;
const BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,legend,figcaption,summary,th,td";
const SILENT = "nav,button:not(.term),select,[popover],[role=status],.cite,.sources,.jumps,.eyebrow,.page-foot,.visually-hidden,.note-toggle,.keep-bar,.exit";

// Blocks within a block are read in their turn.
const wordsOf = (block) => {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(`${BLOCKS},${SILENT}`).forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};

if (control && speech) {
  const [main, end] = control.querySelectorAll("button");
  const speed = control.querySelector("select");
  let blocks, at, spoken, rest;

  const enter = (state) => {
    for (const part of control.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(state);
    control.querySelector("[role=status]").textContent = control.dataset[state];
    control.dataset.state = state;
    document.documentElement.toggleAttribute("data-listening", state !== "idle");
  };
  const hush = () => {
    clearTimeout(rest);
    const spoke = spoken;
    spoken = null;
    if (spoke) speech.cancel();
  };
  const mark = (block) => {
    blocks?.forEach((each) => each.toggleAttribute("data-being-read", each === block));
    if (matchMedia("(prefers-reduced-motion: no-preference)").matches) block?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const stop = () => {
    hush();
    mark();
    blocks = null;
    enter("idle");
  };
  const read = () => {
    const block = blocks[at];
    if (!block) return stop();
    const mine = spoken = new SpeechSynthesisUtterance(wordsOf(block));
    Object.assign(mine, {
      voice: offer(), rate: speed.value,
      onend: () => mine === spoken && (at += 1, read()),
      onerror: () => mine === spoken && stop(),
    });
    mark(block);
    speech.speak(mine);
  };

  main.addEventListener("click", () => {
    if (control.dataset.state === "reading") {
      hush();
      return enter("paused");
    }
    if (!blocks) {
      at = 0;
      blocks = [...document.querySelectorAll(`article :is(${BLOCKS})`)].filter((block) => (
        block.getClientRects().length && !block.closest(SILENT) && /\w/.test(wordsOf(block))));
    }
    control.style.top = `${document.querySelector("header").offsetHeight}px`;
    enter("reading");
    read();
  });
  end.addEventListener("click", () => {
    stop();
    main.focus();
  });
  speed.addEventListener("change", () => {
    if (control.dataset.state !== "reading") return;
    hush();
    rest = setTimeout(read, 200);   // sooner, Linux loses it
  });
  window.addEventListener("pagehide", stop);

  // A voice may go, too.
  speech.onvoiceschanged = () => offer() ?? stop();
  enter("idle");
}
