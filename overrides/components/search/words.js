// How the search reads text.

/** Fold case, diacritics and apostrophes: "Café" is "cafe", "don't" is "dont". */
export const fold = (text) => text.normalize("NFKD").replace(/[\p{M}'’ʼ]/gu, "").toLowerCase();

/** Split text into words; an apostrophe is part of one. */
export const tokenize = (text) => text.match(/[\p{L}\p{M}\p{N}'’ʼ]+/gu) ?? [];
