// Resolves a mistyped or mangled URL. Pure: reads no page and fetches nothing. URLs are compared by their letters and digits
// alone, as mail, quotes and thumbs mostly change the rest: slashes, hyphens, case, brackets, line ends.

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const PAGE_NAME = /(?:\/|^)index\/*$|(?:(?:\/|^)index)?\.(?:html?|md|php|aspx?)\/*$/i;
// What follows one of these is no part of the path: a query, an anchor, the sentence it stood in.
const AFTER = /[?&#;<>"'`“”‘’«»|(){}[\]*,!^\s].*$/s;

// Turns %20 and its like into characters, as often as they were made; bytes that are no text become Latin letters.
const decoded = (text) => {
  for (let times = 0; times < 3; times += 1) {
    const next = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run.replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      }
    });
    if (next === text) break;
    text = next;
  }
  return text;
};

// Undoes what mail does to long lines: "=" at a line's end, "=3D" for "=", "> " before quoted lines.
const unwrapped = (text) => text
  .replace(/=\s*[\r\n]+|=0D=0A/gi, "\n")
  .replace(/=(0[9ad]|2[03def]|3[df])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  .replace(/[\r\n]+[>|\s]*/g, "")
  .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, ten, hex, name) => (
    name ? ENTITIES[name.toLowerCase()] ?? whole : String.fromCharCode(ten ? Number(ten) : parseInt(hex, 16))));

const letters = (text) => text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "");

const segments = (path) => path.split(/[/\\]+/).map(letters).filter(Boolean);

// How many letters must be added, taken away, changed or swapped with a neighbour (optimal string alignment distance).
const distance = (a, b) => {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
};

// How far a page is from what was typed, in letters. A segment cut off or added counts less than wrong letters, and the
// last segment of a path says more than those before it.
const farness = (given, page) => {
  const [typed, meant] = [given.join(""), page.join("")];
  const ways = [distance(typed, meant)];
  if (typed.length > 2 && meant.startsWith(typed)) ways.push(1 + (meant.length - typed.length) / 20);
  if (meant && typed.startsWith(meant)) ways.push(1.5 + (typed.length - meant.length) / 10);
  if (meant && given.some((_, n) => given.slice(n).join("") === meant)) ways.push(0.5 + (typed.length - meant.length) / 40);
  if (given.length && page.length) ways.push(1.5 + distance(given.at(-1), page.at(-1)));
  return Math.min(...ways);
};

/**
 * Resolve a mistyped URL to the page that was meant.
 *
 * @param {string} url what follows the site's root, as the browser gives it: path, query and anchor.
 * @param {{pages: Object<string, string>, moved: Object<string, string>}} known live pages by path ("/page/"),
 *   and the targets of redirects.
 * @returns {{certain: ?string, nearest: string[]}} the URL to go to at once, with its anchor; else the likeliest
 *   pages, nearest first, three at most.
 */
export const resolveUrl = (url, known) => {
  const text = unwrapped(decoded(url)).replace(/\p{Cf}/gu, "").replace(/^[^\p{L}\p{N}?&#;)\]]+/u, "");
  const anchor = /(?<=#)[\w.:-]*\w/.exec(text)?.[0];
  const goals = [...Object.keys(known.pages).map((page) => [page, page]), ...Object.entries(known.moved)]
    .map(([page, goal]) => ({ segments: segments(page.replace(PAGE_NAME, "")), goal }));

  // A space may end the path or may have been broken into it: both are tried, the whole first.
  const whole = text.replace(/\s+(?=[\p{L}\p{N}/-])/gu, "").replace(AFTER, "");
  const readings = [whole, text.replace(AFTER, "")].map((path) => segments(path.replace(PAGE_NAME, "")));
  for (const given of readings) {
    const same = new Set(goals.filter((goal) => goal.segments.join("") === given.join("")).map(({ goal }) => goal));
    if (same.size === 1) {
      const [goal] = same;
      return { certain: anchor && !goal.includes("#") ? `${goal}#${anchor}` : goal, nearest: [] };
    }
  }

  const far = new Map();
  for (const given of readings) {
    for (const { segments: page, goal } of goals) {
      const best = Math.min(farness(given, page), far.get(goal) ?? Infinity);
      if (best <= Math.max(2, 0.45 * given.join("").length)) far.set(goal, best);
    }
  }
  const nearest = [...far].sort(([, a], [, b]) => a - b).map(([goal]) => goal);
  return { certain: null, nearest: nearest.slice(0, 3) };
};
