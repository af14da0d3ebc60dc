// Uses what a page offers as a busy reader would, but for what leaves the page and what keeps something on the device.
// `words` are written wherever one can write. Returns the ids of what was ticked.
async (words) => {
  const settle = () => new Promise((done) => setTimeout(() => requestAnimationFrame(done)));
  const all = (selector) => [...document.querySelectorAll(selector)].filter((node) => !node.disabled);
  for (const part of all("details:not([open])")) part.open = true;
  await settle();
  // A hundred boxes do what twenty do, and the note is drawn anew at each.
  const boxes = all("article input[type=checkbox]:not(:checked)").slice(0, 20);
  for (const box of boxes) box.click();
  for (const room of all("article textarea, article input[type=text]")) {
    room.value = words;
    for (const kind of ["input", "change"]) room.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  await settle();
  for (const opener of all("[popovertarget]")) {
    opener.click();
    opener.click();
  }
  for (const button of all("article button:not([popovertarget], [data-keep], [data-move], [data-note=keep], [data-note=clear])")) button.click();
  for (const by of [1, -1, 0]) all(`article button[data-move="${by}"]`)[0]?.click();
  for (const choice of all("article select")) choice.dispatchEvent(new Event("change", { bubbles: true }));
  for (const term of all("article [title]")) term.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
  for (const kind of ["beforeprint", "afterprint"]) dispatchEvent(new Event(kind));
  await settle();
  return [...new Set(boxes.map((box) => box.name).filter(Boolean))];
}
