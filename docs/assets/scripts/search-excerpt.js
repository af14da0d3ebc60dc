// What a part of a page says around the words that were looked for.
import { plain } from "./search-words.js";

const LENGTH = 110;
const LEAD = 35;
const WORD = /[\p{L}\p{N}'’]+/gu;

const isOf = (meant) => ({ 0: word }) => meant.has(plain(word));

// Some words of a text, from a little before the first that was looked for.
export const excerpt = (text, meant) => {
  const found = [...text.matchAll(WORD)].find(isOf(meant));
  const from = found && found.index > LENGTH - LEAD ? text.lastIndexOf(" ", found.index - LEAD) + 1 : 0;
  const cut = text.slice(from, from + LENGTH);
  const end = from + LENGTH < text.length ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : cut;
  return from ? `… ${end}` : end;
};

// A text as nodes, with marks on the words that were looked for.
export const marked = (text, meant) => {
  const nodes = [];
  let end = 0;
  for (const word of [...text.matchAll(WORD)].filter(isOf(meant))) {
    const mark = document.createElement("mark");
    mark.textContent = word[0];
    nodes.push(text.slice(end, word.index), mark);
    end = word.index + word[0].length;
  }
  return [...nodes, text.slice(end)];
};
