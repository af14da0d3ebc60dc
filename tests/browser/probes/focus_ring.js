// What has focus and shows no ring around it, or one too close to the colour of the page.
() => {
  const problems = [];
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => parts(colour).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = luminance(getComputedStyle(document.body).backgroundColor) + 0.05;
  for (const kind of ["header a", "header button", "article a", "article button", "article summary", "input[type=checkbox]", "textarea"]) {
    const node = [...document.querySelectorAll(kind)].find((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
    if (!node) continue;
    node.focus({ focusVisible: true });
    // A card shows the ring of its link.
    const ring = ["", "::after"].map((part) => getComputedStyle(node, part || null)).find(({ outlineStyle }) => outlineStyle !== "none");
    const shown = ring && parseFloat(ring.outlineWidth) >= 2 && (parts(ring.outlineColor)[3] ?? 1) > 0.5;
    const contrast = shown ? (luminance(ring.outlineColor) + 0.05) / ground : 1;
    if (Math.max(contrast, 1 / contrast) < 3) problems.push(`no ring around ${kind}: ${ring?.outlineStyle} ${ring?.outlineWidth} ${ring?.outlineColor}`);
  }
  return problems;
}
