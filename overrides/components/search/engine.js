// The search's answers: MiniSearch ranks the parts of pages, here they are put together to pages. Pure: no page, no network.
import MiniSearch from "../../vendor/minisearch.js";
import { crisisTest } from "./crisis.js";
import { fold, tokenize } from "./words.js";

// Parts are of like length, and a long list of synonyms says no less than a short one: so length does not count (b, d).
const RANKING = { boost: { title: 3, synonyms: 16 }, bm25: { k: 1, b: 0, d: 0 }, weights: { prefix: 0.4, fuzzy: 0.4 } };
// Readers look for a page rather than for a part that happens to hold the same word; a part with synonyms answers what
// people ask; parts marked as last are for other readers. Help outside a crisis is no answer to everyday questions.
const PAGE = 1.4;
const ANSWER = 1.2;
const LAST = 0.05;
const HELP = 0.3;
// Each further word of a query that a part holds makes it worth so much more.
const TOGETHER = 0.3;
// A page counts as its best part, and a little for the next ones. Parts near the best are shown.
const FURTHER = 0.2;
const NEAR_BEST = 0.3;
const MOST_PARTS = 3;
const MOST_PAGES = 10;
// A word in more than this share of all parts says little, as "therapist" does here.
const COMMON = 0.25;
// Words this long may be half typed (prefix), or hold a slip in every third letter or so where nothing begins like them (fuzzy).
const PREFIX_FROM = 4;
const FUZZY_FROM = 5;
const FUZZY = 0.3;

/** Remember what a function returned for each argument. */
const remembered = (ask) => {
  const known = new Map();
  return (word) => known.get(word) ?? known.set(word, ask(word)).get(word);
};

/**
 * Build the index.
 *
 * @param {{docs: object[], synonyms: Object<string, string>, last: string[], help: string, crisis: string[]}} data
 *   parts of pages, each with `location`, `title` and `text`, without markup; synonyms by location; anchors that come last;
 *   the help page's location, and the words and phrases that lead there.
 * @param {{stem: (word: string) => string, stopWords: string[]}} language
 * @returns {(query: string) => {pages: object[], isMatch: (word: string) => boolean, found: number}} the pages that answer
 *   best, help among them, each with its url, title and text, whether its own top is an answer, and its parts; whether a
 *   word of a text is one of those that were found; and how many pages were found, before help was added.
 */
export const buildIndex = ({ docs, synonyms, last, help, crisis }, { stem, stopWords }) => {
  const parts = docs.map(({ location, title, text }, id) => {
    const [url, anchor = ""] = location.split("#");
    return { id, url, anchor, title, text, synonyms: synonyms[location] ?? "" };
  });
  const skipped = new Set(stopWords.map(fold));
  const isStopWord = remembered((word) => skipped.has(fold(word)));
  // Each word counts as it is and by its stem: the same word is worth more than a relative, and slips are met by whole words.
  const terms = remembered((word) => [...new Set([fold(word), stem(fold(word))])]);
  // Titles and synonyms keep stop words, for queries that hold nothing else.
  const processTerm = (word, field) => (field === "text" && isStopWord(word) ? null : terms(word));
  const index = new MiniSearch({ fields: ["title", "text", "synonyms"], tokenize, processTerm });
  index.addAll(parts);

  const holding = (options) => (word) => index.search(word, { fuzzy: false, ...options }).length;
  const isCommon = remembered((word) => holding({ fields: ["text"] })(word) > COMMON * parts.length);
  const beginsSome = remembered((term) => holding({ prefix: true, processTerm: (word) => word })(term) > 0);
  const isCrisis = crisisTest(crisis);
  const weights = parts.map(({ url, anchor, synonyms: words }) => {
    if (url === help) return HELP;
    if (last.includes(anchor)) return LAST;
    return anchor ? (words ? ANSWER : 1) : PAGE;
  });
  const options = {
    ...RANKING, boostDocument: (id) => weights[id],
    prefix: (term) => term.length >= PREFIX_FROM,
    fuzzy: (term) => term.length >= FUZZY_FROM && !beginsSome(term) && FUZZY,
  };

  const tellingOf = (query) => {
    const words = tokenize(query);
    const telling = words.filter((word) => !isStopWord(word));
    // Where only common words tell anything, the others say what is meant: "my therapist does not get me".
    return [telling.filter((word) => !isCommon(word)), words].find(({ length }) => length) ?? [];
  };
  const pageOf = (url, found) => {
    const top = parts.find((part) => part.url === url && !part.anchor);
    const scored = found.sort((one, other) => other.value - one.value);
    const [best = 0, ...next] = scored.map(({ value }) => value);
    const shown = scored.filter(({ value }) => value >= NEAR_BEST * best).slice(0, MOST_PARTS).map(({ id }) => parts[id]);
    return {
      url, title: top.title, text: top.text, isAnswer: shown.includes(top) || !found.length, parts: shown.filter((part) => part !== top),
      score: best + FURTHER * next.slice(0, MOST_PARTS).reduce((sum, value) => sum + value, 0),
    };
  };
  // Help comes first in a crisis, and is never missing: whatever was asked, someone may need it.
  const withHelp = (pages, isFirst) => {
    const first = pages.find(({ url }) => url === help) ?? pageOf(help, []);
    const others = pages.filter((page) => page !== first);
    if (isFirst) return [first, ...others.slice(0, MOST_PAGES - 1)];
    const shown = pages.slice(0, MOST_PAGES);
    return shown.includes(first) ? shown : [...shown.slice(0, MOST_PAGES - 1), first];
  };

  return (query) => {
    const hits = index.search(tellingOf(query).join(" "), options);
    const byPage = new Map(hits.map(({ id }) => [parts[id].url, []]));
    for (const { id, score, queryTerms } of hits) {
      const words = new Set(queryTerms.map(stem)).size;
      byPage.get(parts[id].url).push({ id, value: score * (1 + TOGETHER * (words - 1)) });
    }
    const pages = [...byPage].map(([url, found]) => pageOf(url, found)).sort((one, other) => other.score - one.score);
    const matched = new Set(hits.flatMap((hit) => hit.terms));
    return { pages: withHelp(pages, isCrisis(query)), isMatch: (word) => terms(word).some((term) => matched.has(term)), found: pages.length };
  };
};
