// Status lines: what they say is announced, also when it is the same again, and goes after a while.
const SHOWN_FOR = 4000; // ms
const timers = new WeakMap();

/**
 * Say something in a status line.
 *
 * @param {Element} line a live element that is in the page already, as screen readers need. One that is shown while empty has no
 *   role: Orca would read "statusbar" there.
 * @param {string} words
 * @param {() => void} [whenCleared] called once the words are gone.
 */
export const announce = (line, words, whenCleared = () => {}) => {
  clearTimeout(timers.get(line));
  // A new node is announced again, even when its words are the same.
  line.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }));
  timers.set(line, setTimeout(() => {
    line.replaceChildren();
    whenCleared();
  }, SHOWN_FOR));
};
