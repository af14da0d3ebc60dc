// Spanish for the search: see en.js.
import { spa } from "../../../vendor/es/stop-words.js";

export { stemmer as stem } from "../../../vendor/es/stemmer.js";

// The list has few verbs. And whoever asks here asks about a therapist, by whichever name.
const OFTEN = `
  soy eres es somos son ser estoy está están estar tengo tiene tienen tener quiero quiere puedo puede pueden poder voy vas va van ir
  hay hacer hace hago debo dice decir saber sé si cuando cuándo cómo este esta esto
  psicólogo psicóloga psicólogos sicólogo sicóloga psiclogo terapeuta terapia`;
export const stopWords = [...spa, ...OFTEN.trim().split(/\s+/)];
