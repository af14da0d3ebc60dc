// The bring-along note: what is ticked and written becomes one sheet, which can be put in order, printed, copied or saved.
// Words that were written stay in this page; only ids of ticks can be kept.
import { announce } from "../base/status.js";
import "../checklist/follow.js";
import { canUndo, clear, forget, isKept, keep, onTicks, stopKeeping, swap, takeOff, ticked, undo } from "../checklist/ticks.js";
import { copyText } from "../copy/clipboard.js";

const form = document.querySelector(".note-form");
const tool = document.querySelector(".note-tool");
const sheet = tool.querySelector(".note-parts");
const status = tool.querySelector(".note-said");
const line = document.getElementById("note-line").content.firstElementChild;
const button = (what) => tool.querySelector(`[data-note=${what}]`);
const [clearing, undoing] = ["clear", "undo"].map(button);
const parts = [...form.querySelectorAll(".note-part")];
const fields = [...form.querySelectorAll("textarea")];
const boxes = new Map([...form.querySelectorAll("input[name]")].map((box) => [box.name, box]));
// As it stands there now: browsers may have translated it meanwhile.
const wordsOf = (id) => boxes.get(id).nextElementSibling.textContent;

// What the reader wrote, by field: WebKit empties fields when a page comes back from the back/forward cache.
const written = new Map();
// Whether some of it is in this page alone, and would be gone with it.
let isUnsaved = false;
const WITHIN = 1_000; // ms from a tap on a link until the page goes
const TO_TAKE_AWAY = ["copy", "save", "print"];

// How much a sheet of A4 or Letter holds at each size of type, in characters with a line's end counted as forty.
const SIZES = [["large", 1_000], ["middle", 2_200], ["small", 4_200], ["least", 8_500]];
const lengthOf = (text) => text.split("\n").reduce((sum, row) => sum + row.length + 40, 0);

const linesOf = (part) => ticked().filter((id) => part.querySelector(`input[name="${id}"]`));
const writtenIn = (part) => written.get(part.querySelector("textarea"))?.trim() ?? "";

/** The note as plain text: a heading, then each part with its lines. */
const asText = () => `${[tool.querySelector("h3").textContent, ...parts.flatMap((part) => {
  const rows = [...linesOf(part).map((id) => `- ${wordsOf(id)}`), writtenIn(part)].filter(Boolean);
  return rows.length ? ["", part.dataset.title, ...rows] : [];
})].join("\n")}\n`;

const row = (id, at, all) => {
  const item = line.cloneNode(true);
  item.dataset.id = id;
  item.firstElementChild.textContent = wordsOf(id);
  for (const move of item.querySelectorAll("button")) {
    const by = Number(move.dataset.move);
    move.setAttribute("aria-label", move.getAttribute("aria-label").replace("{words}", wordsOf(id)));
    if (by) move.disabled = !all[at + by];
    move.addEventListener("click", () => {
      if (by) swap(id, all[at + by]);
      else {
        takeOff(id);
        sayUndo(undoing.dataset.taken);
      }
      restoreFocus(id, by, all[at + 1] ?? all[at - 1]);
    });
  }
  return item;
};

// A button that was pressed is rendered again with its row; focus must not be lost with it.
const restoreFocus = (id, by, neighbour) => {
  const buttons = [...sheet.querySelectorAll(`[data-id="${by ? id : neighbour}"] button:enabled`)];
  const target = buttons.find((one) => Number(one.dataset.move) === by) ?? buttons[0];
  if (target) target.focus();
  else tool.querySelector(".note-sheet").focus();
};

const render = () => {
  sheet.replaceChildren(...parts.flatMap((part) => {
    const ids = linesOf(part);
    const own = writtenIn(part);
    const count = part.querySelector(".note-count");
    count.hidden = !ids.length;
    count.textContent = ids.length ? `(${ids.length})` : "";
    if (!ids.length && !own) return [];
    const title = document.createElement("h4");
    title.textContent = part.dataset.title;
    const list = document.createElement("ul");
    list.append(...ids.map(row));
    const text = document.createElement("p");
    text.textContent = own;
    return [title, ids.length ? list : text];
  }));
  const empty = !sheet.childElementCount;
  const length = lengthOf(asText());
  document.body.classList.toggle("has-note", !empty);
  tool.dataset.size = (SIZES.find(([, most]) => length <= most) ?? SIZES.at(-1))[0];
  tool.querySelector(".note-empty").hidden = !empty;
  tool.querySelector(".note-fit").hidden = length <= SIZES.at(-1)[1];
  for (const name of TO_TAKE_AWAY) button(name).disabled = empty;
  button("keep").setAttribute("aria-pressed", String(isKept()));
  // What has focus must not go with it.
  if (document.activeElement === undoing && !canUndo()) clearing.focus();
  undoing.hidden = !canUndo();
};

const count = (field) => {
  const line = document.getElementById(field.getAttribute("aria-describedby"));
  const { length } = field.value;
  line.textContent = (length > field.dataset.room ? line.dataset.full : line.dataset.free).replace("{n}", length.toLocaleString());
};
const fill = (text) => {
  for (const field of fields) {
    field.value = text(field);
    written.set(field, field.value);
    count(field);
  }
};
for (const field of fields) {
  // Browsers bring the first line into view; the rest of the field would stay below the exit.
  field.addEventListener("focus", () => field.scrollIntoView({ block: "nearest" }));
  field.addEventListener("input", () => {
    written.set(field, field.value);
    isUnsaved = true;
    count(field);
    forget();
    render();
  });
}
// Words typed before this module ran count too.
fill((field) => field.value);

const sayUndo = (done) => announce(status, canUndo() ? `${done} ${undoing.dataset.hint}` : done);
const say = (from, worked = true) => announce(status, worked ? from.dataset.done : from.dataset.failed);

button("print").addEventListener("click", () => {
  try {
    print();
  } catch { /* The browser's own menu may still print. */ }
});
button("copy").addEventListener("click", async ({ currentTarget }) => say(currentTarget, await copyText(asText())));
button("save").addEventListener("click", ({ currentTarget }) => {
  const file = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: file, download: currentTarget.dataset.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 1_000);
  say(currentTarget);
});
for (const name of TO_TAKE_AWAY) button(name).addEventListener("click", () => { isUnsaved = false; });

// A tap on a link of this page must not cost what was written: the browser asks first. It does not ask who closes the tab, goes back,
// takes the exit or goes for help: they may have to be quick, and a question on the screen would show the note to others.
const help = document.querySelector(".help-link").href;
let tapped;
document.addEventListener("click", ({ target }) => {
  tapped = target.closest?.("a[href]:not([data-exit])");
  setTimeout(() => { tapped = null; }, WITHIN);
});
addEventListener("beforeunload", (event) => {
  const isLost = isUnsaved && fields.some(({ value }) => value.trim());
  if (isLost && tapped?.protocol === location.protocol && tapped.href !== help) event.preventDefault();
});
button("keep").addEventListener("click", ({ currentTarget }) => {
  if (isKept()) {
    stopKeeping();
    announce(status, currentTarget.dataset.off);
  } else say(currentTarget, keep());
});

// Clearing can be undone only while this page is open, so the button asks once by changing its words. Moving on takes the question
// back. Browsers may translate what it says, so whether it has asked is no question of its words.
const label = clearing.textContent;
let hasAsked = false;
const ask = (isAsking) => {
  hasAsked = isAsking;
  clearing.textContent = isAsking ? clearing.dataset.sure : label;
};
clearing.addEventListener("click", () => {
  if (!hasAsked) {
    ask(true);
    return;
  }
  ask(false);
  const isEmpty = !sheet.childElementCount;
  clear();
  // Who clears once more wants nothing to come back.
  if (isEmpty) forget();
  sayUndo(clearing.dataset.done);
});
clearing.addEventListener("blur", () => ask(false));
undoing.addEventListener("click", () => {
  undo();
  say(undoing);
});

// The words that were cleared, for as long as that can be undone.
let cleared;
onTicks((why) => {
  if (why === "undone" && cleared) fill((field) => cleared.get(field));
  cleared = why === "clear" && canUndo() ? new Map(written) : undefined;
  if (why === "clear") fill(() => "");
  if (why === "restored") fill((field) => written.get(field));
  render();
});

document.querySelector(".note-plain").hidden = true;
tool.hidden = false;
render();
