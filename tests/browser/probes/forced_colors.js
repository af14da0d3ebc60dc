// What a reader with forced colours could not see: controls without an edge, drawings and words too close to the colour of the page.
() => {
  const problems = [];
  const probe = document.body.appendChild(document.createElement("i"));
  const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  const [canvas, ink] = [system("Canvas"), system("CanvasText")];
  probe.remove();
  if (!matchMedia("(forced-colors: active)").matches) return ["forced colours are not on"];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length;
  const visible = (colour) => colour !== "none" && colour !== canvas && !/^rgba\(.*, 0\)$/.test(colour);

  const luminance = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (visible(backgroundColor) && !backgroundColor.startsWith("rgba")) return backgroundColor;
    }
    return canvas;
  };

  // A control shows what it is by an edge, or by being a link or a word in the text.
  const edged = (node) => {
    const style = getComputedStyle(node);
    return ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none"
      && parseFloat(style[`border${side}Width`]) >= 1 && visible(style[`border${side}Color`]));
  };
  for (const node of document.querySelectorAll(".help-link, .call, .doors li, .cards > ul > li, .related > ul > li, .checklist, "
    + ".do, .copy, .exit-link, textarea, select, input[type=text], .page-help, .site-footer__around a, blockquote, h1 + p, .picture, .helplines > ul > li")) {
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
      if (contrast(getComputedStyle(part).fill, canvas) < 4.5) problems.push(`words in the colour of the page: ${part.textContent.trim()}`);
    }
  }

  // Words: of whatever can be used, as what cannot may be faint.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (seen.has(node) || !walker.currentNode.data.trim() || node.closest("svg, :disabled, template, script") || !shown(node)) continue;
    seen.add(node);
    const [colour, behind] = [getComputedStyle(node).color, ground(node)];
    if (contrast(colour, behind) < 4.5) problems.push(`${colour} on ${behind}: ${node.textContent.trim().slice(0, 30)}`);
  }
  return problems.concat(ink === canvas ? ["the device's own colours are one"] : []);
}
