// Copies words: the one way for every button that offers it.

/** Put text on the clipboard; tells whether it worked. */
export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
};

// Older browsers, and pages that were not served safely, only copy what is selected.
const copyTheOldWay = (text) => {
  const before = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.cssText = "position:fixed;inset:0;opacity:0";
  document.body.append(field);
  field.select();
  let worked = false;
  try {
    worked = document.execCommand("copy");
  } catch { /* Then it did not. */ }
  field.remove();
  before?.focus();
  return worked;
};

// A button shown on each phrase copies its words; what is said next is heard too.
const template = document.getElementById("copy-phrase")?.content.firstElementChild;
for (const phrase of template ? document.querySelectorAll(".phrases > .phrase") : []) {
  const words = phrase.querySelector("blockquote").textContent.trim().replace(/^“|”$/g, "");
  const offer = template.cloneNode(true);
  const button = offer.querySelector("button");
  const said = offer.querySelector("[role=status]");
  button.setAttribute("aria-label", `${button.textContent.trim()}: ${words}`);
  button.addEventListener("click", async () => {
    said.textContent = (await copyText(words)) ? said.dataset.done : said.dataset.failed;
  });
  phrase.append(offer);
}
