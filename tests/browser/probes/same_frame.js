// Remembers how the page stands, colours aside: its mark-up, and each element's box and visibility.
// Answers whether it stands as when last asked.
() => {
  const box = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join() + getComputedStyle(node).visibility;
  };
  // Of colours the page tells its styles by attributes, and the browser's own frame by two lines in its head.
  const markup = document.documentElement.outerHTML.replace(/ data-md-color-\w+="[^"]*"|<meta name="(color-scheme|theme-color)"[^>]*>/g, "");
  const frame = markup + [...document.querySelectorAll("body, body *")].map(box).join(" ");
  const same = window.frameBefore === frame;
  window.frameBefore = frame;
  return same;
}
