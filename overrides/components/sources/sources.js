// Unfold the part of a page that a link leads to: some browsers jump to it and leave it folded.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
};

addEventListener("hashchange", unfold);
unfold();
