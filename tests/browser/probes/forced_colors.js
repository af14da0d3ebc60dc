// What a reader with forced colours could not see: controls without an edge, drawings in the colour of the page.
() => {
  const problems = [];
  const probe = document.body.appendChild(document.createElement("i"));
  const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  const [canvas, ink] = [system("Canvas"), system("CanvasText")];
  probe.remove();
  if (!matchMedia("(forced-colors: active)").matches) return ["forced colours are not on"];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length;
  const visible = (colour) => colour !== "none" && colour !== canvas && !/^rgba\(.*, 0\)$/.test(colour);

  // A control shows what it is by an edge, or by being a link or a word in the text.
  const edged = (node) => {
    const style = getComputedStyle(node);
    return ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none"
      && parseFloat(style[`border${side}Width`]) >= 1 && visible(style[`border${side}Color`]));
  };
  for (const node of document.querySelectorAll(".help-link, .call, .doors li, .cards > ul > li, .related > ul > li, .checklist, "
    + ".page-help, .site-footer__around a, blockquote, h1 + p, .picture, .helplines > ul > li")) {
    if (shown(node) && !edged(node)) problems.push(`no edge: ${node.tagName.toLowerCase()}.${node.className} ${node.innerText.slice(0, 30)}`);
  }
  for (const box of document.querySelectorAll("input[type=checkbox]:not(.md-toggle)")) {
    if (shown(box) && getComputedStyle(box).appearance === "none" && !edged(box)) problems.push(`a box to tick without an edge: ${box.name}`);
  }

  // Icons and drawings: what is drawn, fill or line, must not have the colour of the page.
  const drawn = (part) => { const { fill, stroke } = getComputedStyle(part); return visible(fill) || visible(stroke); };
  const shapes = "path, circle, ellipse, rect, line, polyline, polygon, text";
  for (const svg of document.querySelectorAll("svg")) {
    if (!shown(svg)) continue;
    const parts = [...svg.querySelectorAll(shapes)].filter((part) => !part.closest("defs, clipPath, mask"));
    if (parts.length && !parts.some(drawn)) problems.push(`a drawing in the colour of the page: ${svg.outerHTML.slice(0, 80)}`);
    for (const part of parts.filter((one) => one.tagName === "text")) {
      if (!visible(getComputedStyle(part).fill)) problems.push(`words in the colour of the page: ${part.textContent.trim()}`);
    }
  }

  // Where the text is: links look like links, and text is in a colour of the reader's own.
  for (const node of document.querySelectorAll("article p, article li, article h1, article h2, article dd")) {
    if (shown(node) && getComputedStyle(node).color === canvas) problems.push(`text in the colour of the page: ${node.innerText.slice(0, 30)}`);
  }
  return problems.concat(ink === canvas ? ["the device's own colours are one"] : []);
}
