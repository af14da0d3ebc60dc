// The search's index, as sitekit/publish/search/packed.py wrote it, and what it knows of a query.
import { alike, wanted } from "./search-words.js";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
const HALF = DIGITS.length / 2;
// Each further word of a query that a part holds makes it worth so much more.
const TOGETHER = 0.8;
// A page counts as its best part, and a little for the next ones. Of its parts those are shown that come near the best.
const OTHERS = 0.2;
const SHOWN = 3;
const NEAR_BEST = 0.3;
const MOST_PAGES = 10;

const unfold = (words) => {
  let before = "";
  return words.split(" ").map((word) => (before = before.slice(0, VALUE.get(word[0])) + word.slice(1)));
};

export const read = ({ pages, words, places, weights, least, step }) => {
  const known = unfold(words);
  const [gaps, levels] = [places.split(" "), weights.split(" ")];
  const silent = new Set(known.filter((_, number) => !gaps[number]));
  // Numbers of entries run through a page and its parts, then the next.
  const starts = [];
  let entries = 0;
  for (const [, , parts] of pages) {
    starts.push(entries);
    entries += 1 + parts.length;
  }
  return { pages, known, starts, entries, gaps, levels, least, step, isSilent: (word) => silent.has(word) };
};

// Calls with each entry that holds a word, and how much the word tells of it.
const each = ({ gaps, levels, least, step }, word, call) => {
  let [entry, gap, shift, held] = [-1, 0, 1, 0];
  for (const digit of gaps[word]) {
    const value = VALUE.get(digit);
    gap += (value % HALF) * shift;
    shift *= HALF;
    if (value >= HALF) continue;
    entry += gap + 1;
    call(entry, least * step ** VALUE.get(levels[word][held]));
    [gap, shift, held] = [0, 1, held + 1];
  }
};

const score = (index, words, isMeant) => {
  const scores = new Float64Array(index.entries);
  const hits = new Float64Array(index.entries);
  for (const word of words) {
    const best = new Map();
    for (const [other, share] of alike(word, index.known, index.isSilent)) {
      isMeant.add(index.known[other]);
      each(index, other, (entry, weight) => best.set(entry, Math.max(best.get(entry) ?? 0, share * weight)));
    }
    for (const [entry, weight] of best) {
      scores[entry] += weight;
      hits[entry] += 1;
    }
  }
  return scores.map((value, entry) => value * (1 + TOGETHER * Math.max(0, hits[entry] - 1)));
};

// The pages that answer a query best: for each its address, its title, whether its own top is an answer, and the parts
// that are, with anchor and title. And every word that was looked for.
export const find = (index, query) => {
  const meant = new Set();
  const scores = score(index, wanted(query, index.isSilent), meant);
  const found = index.pages.map(([url, title, parts], page) => {
    const start = index.starts[page];
    const order = [...scores.subarray(start, start + 1 + parts.length).keys()].filter((part) => scores[start + part])
      .sort((one, other) => scores[start + other] - scores[start + one]);
    const [best, ...next] = order.map((part) => scores[start + part]);
    const shown = order.slice(0, SHOWN).filter((part) => scores[start + part] >= NEAR_BEST * best);
    return {
      url, title, isAnswer: shown.includes(0), parts: shown.filter(Boolean).map((part) => ({ anchor: parts[part - 1][0], title: parts[part - 1][1] })),
      score: (best ?? 0) + OTHERS * next.slice(0, SHOWN).reduce((sum, value) => sum + value, 0),
    };
  });
  return { pages: found.filter((page) => page.score).sort((one, other) => other.score - one.score).slice(0, MOST_PAGES), meant };
};
