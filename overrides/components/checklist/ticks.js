// The ticks of this reader, in the order they were made. They live in the page; only after "keep" are they also stored on
// the device, and then every open tab follows.
import { onStored, read, remove, write } from "./storage.js";

// What is cleared: ticks and words, or ticks alone.
const CLEAR = "clear";
export const CLEAR_TICKS = "clear-ticks";
const ticks = new Set(read() ?? []);
const listeners = [];
let kept = read() !== null;
// Brings back what the last press took away. It lives in the memory of this page alone, until anything else is ticked or written, and
// until the page is left or out of sight: others may use the same phone.
let bringBack;
const notify = (why, undoing) => {
  bringBack = undoing;
  for (const listen of listeners) listen(why);
};

const replace = (ids) => {
  ticks.clear();
  for (const id of ids) ticks.add(id);
};
const wipe = (why, undoing) => {
  kept = false;
  replace([]);
  notify(why, undoing);
};

// Tabs where nothing is kept share no storage, so "clear" is sent to them as well. Firefox refuses channels where cookies are blocked.
let channel;
const openChannel = () => {
  try {
    channel = new BroadcastChannel(new URL("../../", import.meta.url).pathname);
    channel.onmessage = ({ data }) => (data === CLEAR || data === CLEAR_TICKS) && wipe(data);
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
  } else if (kept) wipe(CLEAR);
};

openChannel();
onStored(() => {
  // Another tab that clears says so on the channel. One that keeps no more takes nothing from this one.
  if (channel && !read()) letGo();
  else follow();
});
// A page that comes back from the back/forward cache may have missed what other tabs did, and WebKit empties its fields.
addEventListener("pagehide", () => {
  channel?.close();
  forget();
});
document.addEventListener("visibilitychange", () => document.hidden && forget());
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

/** Call back after every change, with "here", "elsewhere", "restored", "clear", "clear-ticks", "undone" or "forgotten". */
export const onTicks = (listener) => listeners.push(listener);

const changed = (why = "here", undoing = undefined) => {
  if (kept) write(ticks);
  notify(why, undoing);
};

/** Return what brings back the ticks as they are now, and keeps them if they are kept now. */
const snapshot = () => {
  const [before, wasKept] = [ticked(), kept];
  return () => {
    kept = wasKept;
    replace(before);
    changed("undone");
  };
};

export const canUndo = () => Boolean(bringBack);
export const undo = () => bringBack?.();

/** Let nothing be brought back any more. */
export const forget = () => {
  if (bringBack) notify("forgotten");
};

export const tick = (id, on) => {
  if (ticks.has(id) === on) return;
  if (on) ticks.add(id);
  else ticks.delete(id);
  changed();
};

/** Untick `id`, in a way that can be undone. */
export const takeOff = (id) => {
  const undoing = snapshot();
  ticks.delete(id);
  changed("here", undoing);
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

const letGo = () => {
  kept = false;
  notify("here");
};

/** Keep the ticks in this page only. */
export const stopKeeping = () => {
  remove();
  letGo();
};

/** Clear what `why` names here, on the device and in every open tab. Here, it can be undone. */
export const clear = (why = CLEAR) => {
  const undoing = snapshot();
  remove();
  send(why);
  wipe(why, undoing);
};
