// Uses what a page offers as a busy reader would, except what leaves the page and what stores something on the device.
// Writes `words` into every field. Returns the ids of the boxes it ticked.
async (words) => {
  const nextFrame = () => new Promise((done) => setTimeout(() => requestAnimationFrame(done)));
  const all = (selector) => [...document.querySelectorAll(selector)].filter((node) => !node.disabled);
  for (const part of all("details:not([open])")) part.open = true;
  await nextFrame();
  // A hundred boxes do what twenty do, and the note is rendered again at each.
  const boxes = all("article input[type=checkbox]:not(:checked)").slice(0, 20);
  for (const box of boxes) box.click();
  for (const field of all("article textarea, article input[type=text]")) {
    field.value = words;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  await nextFrame();
  for (const opener of all("[popovertarget]")) {
    opener.click();
    opener.click();
  }
  for (const button of all("article button:not([popovertarget], [data-keep], [data-move], [data-note=keep], [data-note=clear])")) button.click();
  for (const by of [1, -1, 0]) all(`article button[data-move="${by}"]`)[0]?.click();
  for (const choice of all("article select")) choice.dispatchEvent(new Event("change", { bubbles: true }));
  for (const kind of ["beforeprint", "afterprint"]) dispatchEvent(new Event(kind));
  await nextFrame();
  return [...new Set(boxes.map((box) => box.name).filter(Boolean))];
}
