// What a reader chose to keep on this device: one key of ours, with a version, ids and booleans. Never words.
// Whatever is stored is validated before it is used; whatever storage does, nothing here throws.

const VERSION = 1;
const ID = /^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/;
const LARGEST = 50_000; // characters
// Copies of the site may share an origin, so the key begins with the path of this one: modules are published two folders below its root.
const KEY = `${new URL("../../", import.meta.url).pathname}ticks`;

/** The stored ids in their order, or null where nothing usable is stored. */
export const read = () => {
  try {
    const text = localStorage.getItem(KEY);
    if (!text || text.length > LARGEST) return null;
    const { version, ticks } = JSON.parse(text);
    if (version !== VERSION || typeof ticks !== "object") return null;
    return Object.keys(ticks).filter((id) => ID.test(id) && ticks[id] === true);
  } catch {
    return null;
  }
};

/** Store these ids; returns whether it worked. */
export const write = (ids) => {
  try {
    const ticks = Object.fromEntries([...ids].filter((id) => ID.test(id)).map((id) => [id, true]));
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ticks }));
    return true;
  } catch {
    return false;
  }
};

/** Leave nothing of ours behind. */
export const remove = () => {
  try {
    localStorage.removeItem(KEY);
  } catch { /* Nothing can be there. */ }
};

/** Call back when another tab changed what is stored. */
export const onStored = (listener) => {
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && listener());
};
