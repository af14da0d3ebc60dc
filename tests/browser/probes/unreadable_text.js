// Text that cannot be read: past the sides of the page, cut off by a box that does not scroll, or under other text.
() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const holder = text.parentElement;
    if (!text.data.trim() || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // Kept for screen readers only, on purpose; and the skip link, which comes into sight with focus.
    if (holder.closest(".visually-hidden, .skip-link, .site-brand, script, style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) texts.push({ text, holder, box });
  }
  const excerptOf = ({ text }) => text.data.trim().slice(0, 50);
  const problems = [];

  // Boxes that cut off what they cannot hold; those that scroll do not lose it.
  const cutting = (node) => {
    for (let at = node; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if ([overflowX, overflowY].some((flow) => flow === "hidden" || flow === "clip") && at.getClientRects().length) return at.getBoundingClientRect();
      if ([overflowX, overflowY].some((flow) => flow === "auto" || flow === "scroll")) return null;
    }
    return null;
  };
  for (const one of texts) {
    const inScroller = one.holder.closest("[tabindex='0']");
    if (!inScroller && (one.box.left < -1 || one.box.right > innerWidth + 1)) problems.push(`past the side: ${excerptOf(one)}`);
    const edge = cutting(one.holder);
    if (edge && (one.box.left < edge.left - 2 || one.box.right > edge.right + 2 || one.box.top < edge.top - 4 || one.box.bottom > edge.bottom + 4)) {
      problems.push(`cut off: ${excerptOf(one)}`);
    }
    const control = one.holder.closest("button:not(.term), summary, .help-link, .call");
    const bounds = control?.getBoundingClientRect();
    if (bounds && (one.box.left < bounds.left - 1 || one.box.right > bounds.right + 1 || one.box.bottom > bounds.bottom + 4)) problems.push(`out of its button: ${excerptOf(one)}`);
  }

  // What stays in place while the rest scrolls lies over it for a while; nothing is lost by that.
  const layer = (node) => {
    for (let at = node; at; at = at.parentElement) if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return at;
    return null;
  };
  const ordered = texts.sort((a, b) => a.box.top - b.box.top);
  ordered.forEach((one, index) => {
    for (const other of ordered.slice(index + 1)) {
      if (other.box.top >= one.box.bottom) break;
      if (other.text === one.text || layer(one.holder) !== layer(other.holder)) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 2 && high > 0.4 * Math.min(one.box.height, other.box.height)) problems.push(`"${excerptOf(one)}" and "${excerptOf(other)}" overlap by ${Math.round(wide)} px`);
    }
  });
  return [...new Set(problems)];
}
