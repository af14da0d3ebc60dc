// Writes down what has focus each time a key goes down, before the key moves it: in sight, uncovered, outlined?
// One question for a whole walk, as asking after every key would take longer than the walk.
() => {
  const order = new Map();

  // What is larger than the screen cannot be seen whole; its part on the screen must be uncovered all the same.
  const within = (box) => (box.top > -1 && box.bottom < innerHeight + 1 || box.height > innerHeight)
    && box.left > -1 && box.right < innerWidth + 1;
  const points = (box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [[x, y], [left + 3, y], [right - 3, y], [x, top + 3], [x, bottom - 3]];
  };

  const stop = () => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    if (!order.has(node)) order.set(node, order.size);
    const style = getComputedStyle(node);
    const boxes = [...node.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    // A card's outline is drawn around its whole area, by the link's own ::after.
    const rings = [style, getComputedStyle(node, "::after"), getComputedStyle(node, "::before")];
    const outlined = rings.some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2);
    const coverers = boxes.flatMap(points).map(([x, y]) => document.elementFromPoint(x, y))
      .filter((found) => found && !node.contains(found) && !found.contains(node))
      .map((found) => `${found.tagName}.${found.className}`);

    const problems = [];
    if (!boxes.length || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) problems.push("not shown");
    else if (!boxes.every(within)) problems.push("out of sight");
    if (coverers.length) problems.push(`covered by ${[...new Set(coverers)].join(", ")}`);
    if (!outlined) problems.push("without an outline");
    const name = (node.getAttribute("aria-label") || node.innerText || node.name || node.tagName).trim().slice(0, 40);
    return { name, problems, number: order.get(node) };
  };

  window.focusStop = stop;
  window.focusStops = [];
  window.focusNode = (number) => [...order].find(([, at]) => at === number)[0];
  // The first key begins at the body. Once focus has left the last stop it stays away, whatever keys still come:
  // the browser would take it round again, and at a time of its own.
  window.focusKeys = 0;
  if (!window.focusWatched) addEventListener("keydown", (event) => {
    const found = window.focusStop();
    window.focusStops.push(found);
    const gone = found === null || found.number === 0 && window.focusKeys > 1;
    if (gone && window.focusKeys && event.key === "Tab" && !event.shiftKey) event.preventDefault();
    window.focusKeys += 1;
  }, true);
  window.focusWatched = true;
}
