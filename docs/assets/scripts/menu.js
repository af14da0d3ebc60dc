// The menu popover works without this file. It adds two comforts.
const menu = document.getElementById("site-menu");
const opener = document.querySelector("[popovertarget=site-menu]");
const supported = "popover" in HTMLElement.prototype;

if (menu && opener && supported) {
  // A keyboard that walks out of the open menu would land on text hidden beneath it.
  menu.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && next !== opener && !menu.contains(next) && menu.matches(":popover-open")) {
      menu.hidePopover();
      next.focus();
    }
  });
} else if (menu && opener) {
  // Older browsers show the menu at the end of the page: go there.
  opener.addEventListener("click", () => {
    menu.querySelector("a, summary").focus();
    menu.scrollIntoView();
  });
}
