/** Open and close a panel where the browser knows no popovers. Styles show the search that is open; the menu stands open at the end of the page. */
export const start = (panel, opener) => {
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
};
