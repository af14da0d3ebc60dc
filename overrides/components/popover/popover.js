// Menu and search open without a script: the browser opens them, closes them on Escape and hands focus back. This module looks after
// the keyboard.
for (const opener of document.querySelectorAll(".site-header__inner > [popovertarget]")) {
  const panel = document.getElementById(opener.getAttribute("popovertarget"));
  if ("popover" in panel) {
    // When the keyboard leaves it, focus would land on text hidden beneath it.
    panel.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && next !== opener && !panel.contains(next) && panel.matches(":popover-open")) {
        panel.hidePopover();
        next.focus();
      }
    });
  } else import("./fallback.js").then(({ start }) => start(panel, opener));
}
