// Unfold the part of a page that a link leads to: some browsers jump to it and leave it folded.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
};

window.addEventListener("hashchange", unfold);
unfold();
