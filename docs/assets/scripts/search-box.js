// On narrow screens the theme's search opens from a label no keyboard reaches. Real buttons do it here.
const state = document.getElementById("__search");
const opener = document.querySelector("[data-search-open]");
const closer = document.querySelector("[data-search-close]");
const query = document.querySelector("[data-md-component=search-query]");

if (state && opener && closer && query) {
  const isOverlay = () => opener.offsetParent !== null;

  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => {
    if (!state.checked) state.click();
    query.focus();
  });
  closer.addEventListener("click", () => {
    if (state.checked) state.click();
  });

  // The theme closes on Escape, on Tab and on a chosen result, and leaves focus nowhere.
  state.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(state.checked));
    if (!state.checked && isOverlay()) opener.focus();
  });
}
