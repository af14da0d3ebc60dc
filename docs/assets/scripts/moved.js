// Old addresses lead on. A page that moved takes the reader along with the query and the anchor of the address;
// an anchor that moved has its own way. Without this file the same links are there to press.
const named = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // an anchor that is no proper text names nothing
  }
};

const leadOn = () => {
  const part = named()?.closest("[data-moved]");
  const link = (part ?? document.querySelector("[data-moved-page]"))?.querySelector("a");
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  if (!part && !target.hash) target.hash = location.hash;
  location.replace(target);
};

addEventListener("hashchange", leadOn);
leadOn();
