// The ticks of this reader, in the order they were made. They live in the page; only after "keep" are they also kept
// on the device, and then every open tab follows.
import { home } from "./kept-key.js";
import { forget, onElsewhere, read, write } from "./kept.js";

const ticks = new Set(read() ?? []);
const listeners = [];
let kept = read() !== null;
const tell = (why) => listeners.forEach((listen) => listen(why));

// Tabs where nothing is kept share no storage, so "clear" is also called out to them.
const CLEAR = "clear";
let channel;
const listen = () => {
  if (typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(home);
  channel.onmessage = ({ data }) => data === CLEAR && wipe();
};
const wipe = () => {
  kept = false;
  ticks.clear();
  tell(CLEAR);
};
const follow = () => {
  const found = read();
  if (found) {
    kept = true;
    ticks.clear();
    found.forEach((id) => ticks.add(id));
    tell("elsewhere");
  } else if (kept) wipe();
};

listen();
onElsewhere(follow);
// A page that comes back from the browser's memory may have missed what other tabs did.
addEventListener("pagehide", () => channel?.close());
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  listen();
  follow();
});

/** The ids ticked, first tick first. */
export const ticked = () => [...ticks];
export const isTicked = (id) => ticks.has(id);
export const isKept = () => kept;

/** Call back after every change, told "here", "elsewhere" or "clear". */
export const onTicks = (listener) => listeners.push(listener);

const changed = () => {
  if (kept) write(ticks);
  tell("here");
};

export const tick = (id, on) => {
  if (ticks.has(id) === on) return;
  if (on) ticks.add(id);
  else ticks.delete(id);
  changed();
};

/** Let `id` change places with `other`. */
export const trade = (id, other) => {
  const order = [...ticks].map((one) => (one === id ? other : one === other ? id : one));
  ticks.clear();
  order.forEach((one) => ticks.add(one));
  changed();
};

/** Keep the ticks on this device from now on; tells whether the browser lets us. */
export const keep = () => {
  kept = write(ticks);
  tell("here");
  return kept;
};

/** Clear all ticks, here, on the device and in every open tab. */
export const clear = () => {
  forget();
  channel?.postMessage(CLEAR);
  wipe();
};
