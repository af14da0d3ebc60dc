// A keyboard that walks out of an open popover would land on text hidden beneath it.
export const closeBehind = (popover, opener) => {
  popover.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && next !== opener && !popover.contains(next) && popover.matches(":popover-open")) {
      popover.hidePopover();
      next.focus();
    }
  });
};
