// English for the search: the stem of a word, and the words that say nothing about what is sought.
import { eng } from "../../../vendor/en/stop-words.js";

export { stemmer as stem } from "../../../vendor/en/stemmer.js";

// Contractions are typed without their apostrophe, and the list has none.
const CONTRACTIONS = `
  im ive id ill youre youve hes shes theyre theyve its isnt arent wasnt dont doesnt didnt havent hasnt wont wouldnt cant
  couldnt shouldnt whats thats`;
export const stopWords = [...eng, ...CONTRACTIONS.trim().split(/\s+/)];
