// The theme turns single letters into commands (n leaves the page, s jumps to search). A reader who
// uses speech input or rests a hand on the keyboard would be carried away, so these keys do nothing.
const COMMANDS = new Set(["p", ",", "n", ".", "f", "s", "/"]);

window.addEventListener("keydown", (event) => {
  const inField = event.target instanceof Element
    && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const searching = document.getElementById("__search")?.checked;
  if (COMMANDS.has(event.key) && !inField && !searching) event.stopImmediatePropagation();
}, { capture: true });
