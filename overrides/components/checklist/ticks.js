// The ticks of this reader, in the order they were made. They live in the page; only after "keep" are they also stored on
// the device, and then every open tab follows.
import { onStored, read, remove, write } from "./storage.js";

const CLEAR = "clear";
const ticks = new Set(read() ?? []);
const listeners = [];
let kept = read() !== null;
const notify = (why) => {
  for (const listen of listeners) listen(why);
};

const replace = (ids) => {
  ticks.clear();
  for (const id of ids) ticks.add(id);
};
const wipe = () => {
  kept = false;
  replace([]);
  notify(CLEAR);
};

// Tabs where nothing is kept share no storage, so "clear" is sent to them as well. Firefox refuses channels where cookies are blocked.
let channel;
const openChannel = () => {
  try {
    channel = new BroadcastChannel(new URL("../../", import.meta.url).pathname);
    channel.onmessage = ({ data }) => data === CLEAR && wipe();
  } catch {
    channel = undefined;
  }
};
const send = (message) => {
  try {
    channel?.postMessage(message);
  } catch { /* No other tab can be reached. */ }
};

const follow = () => {
  const stored = read();
  if (stored) {
    kept = true;
    replace(stored);
    notify("elsewhere");
  } else if (kept) wipe();
};

openChannel();
onStored(follow);
// A page that comes back from the back/forward cache may have missed what other tabs did, and WebKit empties its fields.
addEventListener("pagehide", () => channel?.close());
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  openChannel();
  follow();
  notify("restored");
});

/** The ids ticked, first tick first. */
export const ticked = () => [...ticks];
export const isTicked = (id) => ticks.has(id);
export const isKept = () => kept;

/** Call back after every change, with "here", "elsewhere", "restored" or "clear". */
export const onTicks = (listener) => listeners.push(listener);

const changed = () => {
  if (kept) write(ticks);
  notify("here");
};

export const tick = (id, on) => {
  if (ticks.has(id) === on) return;
  if (on) ticks.add(id);
  else ticks.delete(id);
  changed();
};

/** Let `id` change places with `other`. */
export const swap = (id, other) => {
  replace([...ticks].map((one) => (one === id ? other : one === other ? id : one)));
  changed();
};

/** Keep the ticks on this device from now on; returns whether the browser allows it. */
export const keep = () => {
  kept = write(ticks);
  notify("here");
  return kept;
};

/** Keep the ticks in this page only. */
export const stopKeeping = () => {
  kept = false;
  remove();
  notify("here");
};

/** Clear all ticks, here, on the device and in every open tab. */
export const clear = () => {
  remove();
  send(CLEAR);
  wipe();
};
