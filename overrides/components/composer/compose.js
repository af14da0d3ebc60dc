// Fill in a message: the same rules as compose() in sitekit/models/emails.py, which writes the plain texts.
const CHOICE = /\{([^{}|\n]*)\|([^{}|\n]*)\}/g;
const PLACEHOLDER = /\{([^{}|\n]*)\}/g;
const FILLED = /\{([^{}|\n]*)\}|\[([^\][\n]*)\]/g;

/**
 * Return a text with all that is known filled in.
 *
 * @param {string} text the text as written in data/emails.yml.
 * @param {Record<string, string>} known values by the name of their field or placeholder; a line with an empty fact is left out.
 * @param {boolean} discreet whether to take the discreet words.
 */
export const compose = (text, known, discreet) =>
  text
    .split("\n")
    .flatMap((written) => {
      const line = written.replace(CHOICE, (_, plain, other) => (discreet ? other : plain)).trimEnd();
      const unknown = [...line.matchAll(PLACEHOLDER)].some(([, name]) => !known[name]);
      if (unknown || (written && !line)) return [];
      // In one pass: what was filled in may itself look like a placeholder, as those of portals do.
      return [line.replace(FILLED, (whole, name, field) => known[name ?? field] || whole)];
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** Return the length of a message without the addresses in it, in the characters that a telephone counts. */
export const lengthBeside = (text) => text.split("\n").filter((line) => !/^https?:/.test(line)).join("\n").length;
