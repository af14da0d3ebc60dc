// Paper cannot be clicked: before printing, open what is folded and add where links lead. Each URL stands once a page, as one
// would type it; a link whose text is its URL needs none.
const opened = new Map();

addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("article details:not([open])")) {
    // Of those with one name, one can be open at a time.
    opened.set(details, details.name);
    details.name = "";
    details.open = true;
  }
  const printed = new Set([location.href.split("#")[0]]);
  for (const link of document.querySelectorAll("article a[href]:not(.cite, .eyebrow *, .screen-only *, .jumps *, [data-moved] *)")) {
    if (!link.protocol.startsWith("http")) continue;
    const url = link.href.split("#")[0];
    const address = url.replace(/^https?:\/\//, "");
    link.dataset.address = printed.has(url) || link.textContent.includes(address) ? "" : address;
    printed.add(url);
  }
});

addEventListener("afterprint", () => {
  for (const [details, name] of opened) Object.assign(details, { open: false, name });
  opened.clear();
});
