// What a reader chose to keep on this device: one key of ours, with a version, ids and booleans. Never words.
// Whatever lies there is checked before it is used; whatever storage does, nothing here throws.
import { key } from "./kept-key.js";

const VERSION = 1;
const ID = /^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/;
const LARGEST = 50_000;

/** The kept ids in their order, or null where nothing usable is kept. */
export const read = () => {
  try {
    const text = localStorage.getItem(key);
    if (!text || text.length > LARGEST) return null;
    const { version, ticks } = JSON.parse(text);
    if (version !== VERSION || typeof ticks !== "object") return null;
    return Object.keys(ticks).filter((id) => ID.test(id) && ticks[id] === true);
  } catch {
    return null;
  }
};

/** Keep these ids; tells whether it worked. */
export const write = (ids) => {
  try {
    const ticks = Object.fromEntries([...ids].filter((id) => ID.test(id)).map((id) => [id, true]));
    localStorage.setItem(key, JSON.stringify({ version: VERSION, ticks }));
    return true;
  } catch {
    return false;
  }
};

/** Leave nothing of ours behind. */
export const forget = () => {
  try {
    localStorage.removeItem(key);
  } catch { /* Nothing can be there. */ }
};

/** Call back when another tab changed what is kept. */
export const onElsewhere = (tell) => {
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) tell();
  });
};
