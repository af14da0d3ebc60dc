// Redirects. A page that moved takes the reader along with the query and the anchor of the URL;
// an anchor that moved has its own target. Without scripts the same links are there to press.
const anchored = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // an anchor that is no proper text names nothing
  }
};

const redirect = () => {
  const part = anchored()?.closest("[data-moved]");
  const link = (part ?? document.querySelector("[data-moved-page]"))?.querySelector("a");
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  if (!part && !target.hash) target.hash = location.hash;
  location.replace(target);
};

addEventListener("hashchange", redirect);
redirect();
