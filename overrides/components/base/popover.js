/** Close an open popover when the keyboard leaves it, as focus would land on text hidden beneath it. */
export const closeOnLeave = (popover, opener) => {
  popover.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && next !== opener && !popover.contains(next) && popover.matches(":popover-open")) {
      popover.hidePopover();
      next.focus();
    }
  });
};
