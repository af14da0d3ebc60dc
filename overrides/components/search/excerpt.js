// What a part of a page says around the words that were found.
const LENGTH = 110; // characters
const LEAD = 35;
const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/** Cut some words out of a text, from a little before the first that was found. */
export const excerpt = (text, isMatch) => {
  const found = [...text.matchAll(WORD)].find(([word]) => isMatch(word));
  const from = found && found.index > LENGTH - LEAD ? text.lastIndexOf(" ", found.index - LEAD) + 1 : 0;
  const cut = text.slice(from, from + LENGTH);
  const end = from + LENGTH < text.length ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : cut;
  return from ? `… ${end}` : end;
};

/** Turn a text into nodes, with marks on the words that were found. */
export const marked = (text, isMatch) => {
  const nodes = [];
  let end = 0;
  for (const word of [...text.matchAll(WORD)].filter(([word]) => isMatch(word))) {
    const mark = document.createElement("mark");
    mark.textContent = word[0];
    nodes.push(text.slice(end, word.index), mark);
    end = word.index + word[0].length;
  }
  return [...nodes, text.slice(end)];
};
