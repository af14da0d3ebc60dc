// Reads the page aloud. A block is one utterance, as browsers lose long ones. Phones cannot pause: a pause ends the utterance, and
// the block begins again.
const BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,figcaption,summary,th,td";
const SILENT = "nav,button:not(.term),select,[popover],[role=status],[aria-live],.cite,.sources-fold,.jumps,.eyebrow,.page-foot,.visually-hidden,.note-toggle,.phrase-do,.keep-bar,.exit";

// What is folded when its turn comes is left out, as it is for the eye; some browsers give it boxes all the same.
const isShown = (block) => block.getClientRects().length
  && !block.matches("details:not([open]) > :not(summary), details:not([open]) > :not(summary) *");

// Blocks within a block are read in their turn.
const wordsOf = (block) => {
  const copy = block.cloneNode(true);
  for (const part of copy.querySelectorAll(`${BLOCKS},${SILENT}`)) part.remove();
  // A number to call is said digit by digit: 988 is no quantity.
  for (const link of copy.querySelectorAll("[href^='tel:'],[href^='sms:']")) link.textContent = link.textContent.replace(/\d(?=\d)/g, "$& ");
  return copy.textContent.replace(/\s+/g, " ").trim();
};

/**
 * Read the page from its title on, which is being said already, under the reader's control.
 *
 * @param {Element} control its buttons and its choice of speed.
 * @param {() => ?SpeechSynthesisVoice} offer gives the voice, and hides the control where there is none.
 * @param {SpeechSynthesisUtterance} title
 * @param {() => boolean} isSaid whether the title has been said.
 */
export const start = (control, offer, title, isSaid) => {
  const speech = window.speechSynthesis;
  const [main, end] = control.querySelectorAll("button");
  const speed = control.querySelector("select");
  let blocks, at, spoken, timer;

  const enter = (state) => {
    for (const part of control.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(state);
    control.querySelector("[role=status]").textContent = control.dataset[state];
    control.dataset.state = state;
    document.documentElement.toggleAttribute("data-listening", state !== "idle");
  };
  const silence = () => {
    clearTimeout(timer);
    const spoke = spoken;
    spoken = null;
    try {
      if (spoke) speech.cancel();
    } catch { /* Nothing was being said. */ }
  };
  const mark = (block) => {
    for (const each of blocks ?? []) each.toggleAttribute("data-being-read", each === block);
    if (matchMedia("(prefers-reduced-motion: no-preference)").matches) block?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const stop = () => {
    silence();
    mark();
    blocks = null;
    enter("idle");
  };
  const follow = (utterance) => {
    spoken = utterance;
    utterance.onerror = () => utterance === spoken && stop();
    utterance.onend = () => {
      if (utterance !== spoken) return;
      at += 1;
      read();
    };
    mark(blocks[at]);
  };
  const read = () => {
    while (blocks[at] && !isShown(blocks[at])) at += 1;
    if (!blocks[at]) return stop();
    try {
      const utterance = new SpeechSynthesisUtterance(wordsOf(blocks[at]));
      utterance.voice = offer();
      utterance.rate = Number(speed.value);
      follow(utterance);
      speech.speak(utterance);
    } catch {
      stop();
    }
  };
  const begin = () => {
    blocks = [...document.querySelectorAll(`article :is(${BLOCKS})`)].filter((block) => (
      !block.closest(SILENT) && /\w/.test(wordsOf(block))));
    at = 0;
    control.style.top = `${document.querySelector("header").offsetHeight}px`;
  };

  main.addEventListener("click", () => {
    if (control.dataset.state === "reading") {
      silence();
      return enter("paused");
    }
    if (!blocks) begin();
    enter("reading");
    read();
  });
  end.addEventListener("click", () => {
    stop();
    main.focus();
  });
  speed.addEventListener("change", () => {
    if (control.dataset.state !== "reading") return;
    silence();
    timer = setTimeout(read, 200); // sooner, Linux loses it
  });
  window.addEventListener("pagehide", stop);

  // Voices may go.
  speech.onvoiceschanged = () => offer() ?? stop();

  begin();
  at = blocks.findIndex((block) => block.matches("h1"));
  enter("reading");
  if (isSaid()) {
    at += 1;
    read();
  } else follow(title);
};
