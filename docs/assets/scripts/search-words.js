// What someone types, as words to look for. Frightened fingers slip, and people say "crying" for "cry", so a word also
// stands for others: those of its stem, those that begin like it, and those with a letter or two amiss.
const ENDING = /(?:ings?|ies|ied|ed|y|e|([^s])s)$/;
const DOUBLED = /([bdgmnprt])\1$/;
// How much of its weight a word keeps that is not the one typed.
const OF_STEM = 0.8;
const BEGINS = 0.5;
const NEAR = 0.2;

// Small letters, and "don't" as "dont", as sitekit/publish/search/weights.py has it.
export const plain = (text) => text.toLowerCase().replace(/['’]/g, "");

// "Not safe" is "unsafe" too. Someone who types nothing but small words, as "I can't go on", is shown help.
export const wanted = (query, isSilent) => {
  const words = plain(query).replace(/(?:\bno|n)t (?:feel )?(?=(\w{4,}))/g, "$& un$1 ").match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !isSilent(word));
  return words.length && !telling.length ? ["help"] : telling;
};

const stem = (word, isSilent) => {
  const short = word.replace(ENDING, "$1").replace(DOUBLED, "$1");
  return short.length < 3 || isSilent(short) ? word : short;
};

// Whether one word becomes the other with so many letters too many, too few, wrong or swapped with the next.
export const isNear = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= other.length; j += 1) {
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) now[j] = Math.min(now[j], before[j - 2] + 1);
    }
    if (Math.min(...now) > most) return false;
    [before, last] = [last, now];
  }
  return last[other.length] <= most;
};

// Where in alphabetical order a beginning would stand.
const placeOf = (beginning, known) => {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle] < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
};

// The known words that a typed one may mean, by their numbers, each with the share of its weight that it keeps. Slips are
// looked for only where nothing begins like it. `known` holds all words in alphabetical order.
export const alike = (word, known, isSilent) => {
  const isPlain = word.length > 3 && !/\d/.test(word);
  const beginning = isPlain ? stem(word, isSilent) : word;
  const found = new Map();
  for (let number = placeOf(beginning, known); known[number]?.startsWith(beginning); number += 1) {
    const isOfStem = isPlain && stem(known[number], isSilent) === beginning;
    found.set(number, known[number] === word ? 1 : isOfStem ? OF_STEM : BEGINS);
  }
  if (found.size || !isPlain || word.length < 5) return found;
  const slips = word.length < 8 ? 1 : 2;
  known.forEach((other, number) => isNear(word, other, slips) && found.set(number, NEAR));
  return found;
};
