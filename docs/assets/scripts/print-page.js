// Paper cannot be clicked: before printing, open what is folded and note where links lead. Each address
// stands once a page, as one would type it; a link that reads like its address needs it not at all.
const opened = new Set();

window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("article details:not([open])")) {
    details.open = true;
    opened.add(details);
  }
  const told = new Set([location.href.split("#")[0]]);
  for (const link of document.querySelectorAll("article a[href]:not(.cite, .eyebrow *, .screen-only *, .jumps *)")) {
    if (!link.protocol.startsWith("http")) continue;
    const place = link.href.split("#")[0];
    const address = place.replace(/^https?:\/\//, "");
    link.dataset.address = told.has(place) || link.textContent.includes(address) ? "" : address;
    told.add(place);
  }
});

window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
