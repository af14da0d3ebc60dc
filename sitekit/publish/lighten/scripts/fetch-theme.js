// Puts the theme's script into the page as the theme itself would have, with the settings it looks for.
// SETTINGS is put before this file.
const added = (name, properties) => document.body.appendChild(Object.assign(document.createElement(name), properties));

// What the theme's script builds around tables was built with the site: once is enough.
const unwrapTwice = () => {
  for (const inner of document.querySelectorAll(".md-typeset__table .md-typeset__scrollwrap")) inner.replaceWith(inner.querySelector("table"));
};

export const fetchTheme = (address, worker, base) => new Promise((resolve, reject) => {
  for (const part of document.querySelectorAll("[data-later]")) part.hidden = false;
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
