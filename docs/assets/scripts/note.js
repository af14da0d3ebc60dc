// The bring-along note: what is ticked and written becomes one sheet, which can be put in order, printed, copied or saved.
// Words that were written stay in this page; only ids of ticks can be kept.
import { copyText } from "./copy.js";
import { clear, isKept, keep, onTicks, tick, ticked, trade } from "./ticks.js";

const form = document.querySelector(".note-form");
const tool = document.querySelector(".note-tool");
const sheet = tool.querySelector(".note-parts");
const said = tool.querySelector(".note-said");
const line = document.getElementById("note-line").content.firstElementChild;
const button = (what) => tool.querySelector(`[data-note=${what}]`);
const parts = [...form.querySelectorAll(".note-part")];
const rooms = [...form.querySelectorAll("textarea")];
const words = new Map([...form.querySelectorAll("input[name]")].map((box) => [box.name, box.nextElementSibling.textContent]));

// How much print a sheet of A4 or Letter holds at each size of type, in characters with a line's end counted as forty.
const SIZES = [["large", 1_000], ["middle", 2_200], ["small", 4_200], ["least", 8_500]];
const weigh = (text) => text.split("\n").reduce((sum, row) => sum + row.length + 40, 0);

const linesOf = (part) => ticked().filter((id) => part.querySelector(`input[name="${id}"]`));
const writtenIn = (part) => part.querySelector("textarea")?.value.trim() ?? "";

/** The note as plain text: a heading, then each part with its lines. */
const asText = () => [tool.querySelector("h3").textContent, ...parts.flatMap((part) => {
  const rows = [...linesOf(part).map((id) => `- ${words.get(id)}`), writtenIn(part)].filter(Boolean);
  return rows.length ? ["", part.dataset.title, ...rows] : [];
})].join("\n") + "\n";

const row = (id, at, all) => {
  const item = line.cloneNode(true);
  item.dataset.id = id;
  item.firstElementChild.textContent = words.get(id);
  for (const move of item.querySelectorAll("button")) {
    const by = Number(move.dataset.move);
    move.setAttribute("aria-label", move.getAttribute("aria-label").replace("{words}", words.get(id)));
    if (by) move.disabled = !all[at + by];
    move.addEventListener("click", () => {
      if (by) trade(id, all[at + by]);
      else tick(id, false);
      settle(id, by, all[at + 1] ?? all[at - 1]);
    });
  }
  return item;
};

// A button that was pressed is drawn anew with its row; focus must not be lost with it.
const settle = (id, by, neighbour) => {
  const buttons = [...sheet.querySelectorAll(`[data-id="${by ? id : neighbour}"] button:enabled`)];
  const target = buttons.find((one) => Number(one.dataset.move) === by) ?? buttons[0];
  if (target) target.focus();
  else tool.querySelector(".note-sheet").focus();
};

const draw = () => {
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
  const weight = weigh(asText());
  document.body.classList.toggle("has-note", !empty);
  tool.dataset.size = (SIZES.find(([, most]) => weight <= most) ?? SIZES.at(-1))[0];
  tool.querySelector(".note-empty").hidden = !empty;
  tool.querySelector(".note-fit").hidden = weight <= SIZES.at(-1)[1];
  for (const name of ["copy", "save", "print"]) button(name).disabled = empty;
  button("keep").setAttribute("aria-pressed", String(isKept()));
};

const measure = (room) => {
  const told = document.getElementById(room.getAttribute("aria-describedby"));
  const length = room.value.length;
  told.textContent = (length > room.dataset.room ? told.dataset.full : told.dataset.free).replace("{n}", length.toLocaleString());
};
for (const room of rooms) {
  measure(room);
  room.addEventListener("input", () => {
    measure(room);
    draw();
  });
}

const say = (from, worked = true) => { said.textContent = worked ? from.dataset.done : from.dataset.failed; };

button("print").addEventListener("click", () => print());
button("copy").addEventListener("click", async ({ currentTarget }) => say(currentTarget, await copyText(asText())));
button("save").addEventListener("click", ({ currentTarget }) => {
  const file = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: file, download: "my-note.txt" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 1_000);
  say(currentTarget);
});
button("keep").addEventListener("click", ({ currentTarget }) => say(currentTarget, keep()));

// Clearing cannot be undone, so the button asks once by changing its words. Moving on takes the question back.
const clearing = button("clear");
const calm = clearing.textContent;
clearing.addEventListener("click", () => {
  if (clearing.textContent === calm) {
    clearing.textContent = clearing.dataset.sure;
    return;
  }
  clearing.textContent = calm;
  clear();
  say(clearing);
});
clearing.addEventListener("blur", () => { clearing.textContent = calm; });

onTicks((why) => {
  if (why === "clear") {
    for (const room of rooms) {
      room.value = "";
      measure(room);
    }
  }
  draw();
});

document.querySelector(".note-plain").hidden = true;
tool.hidden = false;
draw();
