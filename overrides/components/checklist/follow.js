// Boxes to tick: each follows the ticks, and the ticks follow it.
import { isTicked, onTicks, tick } from "./ticks.js";

// Boxes without a name go into no note.
export const boxes = [...document.querySelectorAll("article input[type=checkbox][name]")];
const show = () => boxes.forEach((box) => { box.checked = isTicked(box.name); });

// Ticks made before this module ran count too.
for (const box of boxes) {
  if (box.checked) tick(box.name, true);
  box.addEventListener("change", () => tick(box.name, box.checked));
}
show();
onTicks(show);
