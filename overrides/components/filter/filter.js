// Fields that narrow long lists as one types. What narrows them comes at the first letter; where it does not load, the list stays whole.
for (const field of document.querySelectorAll("[data-filter]")) {
  const root = document.getElementById(field.dataset.filter);
  field.hidden = false;
  field.addEventListener("input", ({ target }) => import("./narrow.js").then(({ narrow }) => narrow(root, target.value), () => null));
}
