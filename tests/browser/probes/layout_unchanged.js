// Records how a page is laid out, colours aside: the mark-up of its body, and each element's box and visibility.
// Returns whether that is the same as when it was last called.
() => {
  const box = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join() + getComputedStyle(node).visibility;
  };
  const layout = document.body.innerHTML + [...document.querySelectorAll("body, body *")].map(box).join(" ");
  const same = window.layoutBefore === layout;
  window.layoutBefore = layout;
  return same;
}
