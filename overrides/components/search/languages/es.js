// Spanish for the search: see en.js.
import { spa } from "../../../vendor/es/stop-words.js";

export { stemmer as stem } from "../../../vendor/es/stemmer.js";
export const stopWords = spa;
