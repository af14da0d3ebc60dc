// Menu and search open without a script: the browser opens them, closes them on Escape and hands focus back. This module looks after
// the keyboard, and after browsers without popovers.
const isPopover = "popover" in HTMLElement.prototype;

for (const opener of document.querySelectorAll("header [popovertarget]:not([popover] *)")) {
  const panel = document.getElementById(opener.getAttribute("popovertarget"));
  if (isPopover) {
    // When the keyboard leaves it, focus would land on text hidden beneath it.
    panel.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && next !== opener && !panel.contains(next) && panel.matches(":popover-open")) {
        panel.hidePopover();
        next.focus();
      }
    });
    continue;
  }
  // Styles show the search that is open. The menu stands open at the end of the page: go there.
  const close = () => {
    panel.classList.remove("is-open");
    opener.focus();
  };
  opener.addEventListener("click", () => {
    panel.classList.add("is-open");
    panel.querySelector("input, a, summary").focus();
    panel.scrollIntoView();
  });
  panel.addEventListener("click", ({ target }) => target.closest("[popovertargetaction], .search-answers a") && close());
  panel.addEventListener("keydown", ({ key }) => key === "Escape" && close());
}
