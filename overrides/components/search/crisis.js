// Whether a query says that someone may be in danger. The words and phrases are data (data/search.yml).
import MiniSearch from "../../vendor/minisearch.js";
import { fold, tokenize } from "./words.js";

// Scripts that put no spaces between words: a phrase counts wherever it stands.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Lao}\p{sc=Mymr}]/u;
// A word this long may hold a slip of the keyboard, or be half typed.
const LONG = 6;

const spaced = (text) => ` ${tokenize(text).map(fold).join(" ")} `;

/**
 * Prepare the test for queries.
 *
 * @param {string[]} phrases words and phrases of danger; those of several words count where they stand together in order.
 * @returns {(query: string) => boolean}
 */
export const crisisTest = (phrases) => {
  const whole = phrases.map(spaced);
  const words = new MiniSearch({ fields: ["word"], tokenize, processTerm: fold });
  words.addAll(whole.filter((phrase) => !phrase.trim().includes(" ")).map((word, id) => ({ id, word: word.trim() })));
  const isLong = (term) => term.length >= LONG;
  return (query) => {
    const text = spaced(query);
    return whole.some((phrase) => text.includes(UNSPACED.test(phrase) ? phrase.trim() : phrase))
      || words.search(query, { fuzzy: (term) => isLong(term) && 1, prefix: isLong }).length > 0;
  };
};
