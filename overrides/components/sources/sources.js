// Unfold the part of a page that a link leads to: some browsers jump to it and leave it folded.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
};

window.addEventListener("hashchange", unfold);
unfold();

// Of folds with one name, the one that closes above may take what was tapped out of sight.
window.addEventListener("toggle", ({ target }) => target.name && target.open && target.scrollIntoView({ block: "nearest" }), true);
