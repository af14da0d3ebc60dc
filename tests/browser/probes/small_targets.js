// Every target narrower or lower than 24 CSS pixels, but for links and words in a sentence, whose height is that of
// the line (WCAG 2.2, success criterion 2.5.8, exception "inline"). The exception for space around is not made use of.
() => {
  const LEAST = 24;
  const targets = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";

  // In a sentence: set in a line of text, with words beside it that are no target themselves.
  const inSentence = (node) => {
    if (!getComputedStyle(node).display.startsWith("inline")) return false;
    let block = node.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (/\p{L}{2}/u.test(data) && !parentElement.closest(targets) && parentElement.checkVisibility()) return true;
    }
    return false;
  };

  // A label enlarges its box, and a stretched ::after enlarges a card's link.
  const size = (node) => {
    const after = getComputedStyle(node, "::after");
    const boxes = [node, ...(node.labels ?? [])].map((part) => part.getBoundingClientRect());
    const stretched = after.content !== "none" && after.position === "absolute";
    return [Math.max(...boxes.map((box) => box.width), stretched ? parseFloat(after.width) : 0),
            Math.max(...boxes.map((box) => box.height), stretched ? parseFloat(after.height) : 0)];
  };

  return [...document.querySelectorAll(targets)]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length)
    .filter((node) => !node.closest(".skip-link"))
    .map((node) => [node, ...size(node)])
    .filter(([node, width, height]) => (width < LEAST - 0.01 || height < LEAST - 0.01) && !inSentence(node))
    .map(([node, width, height]) => `${node.tagName.toLowerCase()} "${(node.getAttribute("aria-label") || node.innerText).trim()}": `
      + `${width.toFixed(1)} x ${height.toFixed(1)}`);
}
