// Names for what stands below a phrase. The phrase was just read aloud, so its first words tell the controls apart.
const NAMED = 5; // words

export const wordsOf = (quote) => quote.textContent.trim().replace(/^“|”$/g, "");

export const beginningOf = (quote) => {
  const words = wordsOf(quote).split(/\s+/);
  return words.slice(0, NAMED).join(" ") + (words.length > NAMED ? " …" : "");
};
