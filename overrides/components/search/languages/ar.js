// Arabic for the search: see en.js.
import { ara } from "../../../vendor/ar/stop-words.js";

export { stemmer as stem } from "../../../vendor/ar/stemmer.js";
export const stopWords = ara;
