// Puts the theme's script into the page as the theme itself would have, with the settings it looks for.
// SETTINGS and PARTS are put before this file: the parts that show nothing without that script come along with it.
const added = (name, properties) => document.body.appendChild(Object.assign(document.createElement(name), properties));

// What the theme's script builds around tables was built with the site: once is enough.
const unwrapTwice = () => {
  for (const inner of document.querySelectorAll(".md-typeset__table .md-typeset__scrollwrap")) inner.replaceWith(inner.querySelector("table"));
};

export const fetchTheme = (address, worker, base) => new Promise((resolve, reject) => {
  for (const [holder, where, text] of PARTS.splice(0)) document.querySelector(holder).insertAdjacentHTML(where, text);
  const settings = added("script", { id: "__config", type: "application/json", textContent: JSON.stringify({ ...SETTINGS, base, search: worker }) });
  const script = added("script", { src: address });
  script.addEventListener("load", () => {
    unwrapTwice();
    resolve();
  });
  script.addEventListener("error", () => {
    settings.remove();
    script.remove();
    reject(new Error("The search could not be fetched"));
  });
});
