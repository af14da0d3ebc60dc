// The theme looks for words as they are typed. Frightened fingers slip, and people say "crying" for "cry", so each
// word of a query is also looked for by its stem and, when long enough, with a letter or two amiss. The query goes
// from the search box to the search's worker as one text; it is put into other words on its way, and stays here.
const ENDING = /(?:ings?|ies|ied|ed|y|e|(?<!s)s)$/;
const DOUBLED = /([bdgmnprt])\1$/;

const stem = (word, silent) => {
  const short = word.replace(ENDING, "").replace(DOUBLED, "$1");
  return short.length < 3 || silent.test(short) ? word : short;
};

// The worker also finds what begins with a plain word; "^1" keeps it whole, "~1" lets one letter be amiss.
const forgiving = (word, silent) => {
  if (word.length < 4 || /\d/.test(word)) return [`${word}^2`, word];
  const near = word.length < 5 ? [] : [`${word}~${word.length < 8 ? 1 : 2}`];
  return [`${word}^1`, stem(word, silent), ...near];
};

// "Not safe" is "unsafe" too. Someone who types nothing but small words, as "I can't go on", is shown help.
const inOtherWords = (query, silent) => {
  const words = query.toLowerCase().replace(/['’]/g, "").replace(/(?:\bno|n)t (?:feel )?(?=(\w{4,}))/g, "$& un$1 ")
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !silent.test(word));
  return (words.length && !telling.length ? ["help"] : telling).flatMap((word) => forgiving(word, silent)).join(" ");
};

// What parts words also names the words that say nothing. The worker is told it before the first query.
let silent;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  const told = message?.data;
  if (told?.config?.separator) silent = new RegExp(`^(?:${told.config.separator})+$`);
  const isQuery = silent && typeof told === "string";
  return post.call(this, isQuery ? { ...message, data: inOtherWords(told, silent) } : message, ...rest);
};
