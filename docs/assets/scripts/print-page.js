// Paper cannot be clicked: before printing, open what is folded and note where links lead.
const opened = new Set();

window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("article details:not([open])")) {
    details.open = true;
    opened.add(details);
  }
  for (const link of document.querySelectorAll("article a[href]:not(.cite, .call, .print-plain)")) {
    const here = link.href.split("#")[0] === location.href.split("#")[0];
    if (!here && link.protocol.startsWith("http")) link.dataset.address = link.href;
  }
});

window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
