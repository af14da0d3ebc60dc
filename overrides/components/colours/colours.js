// Automatic, light, dark: the button that is shown picks the next choice; focus goes along, so that a keyboard can go round them.
// The inline script in partials/javascripts/colours.html sets the choice before the first paint; styles do the rest.

const { dataset } = document.documentElement;
// Copies of the site may share an origin, so the key begins with the path of this one: modules are published two folders below its root.
const KEY = `${new URL("../../", import.meta.url).pathname}.__palette`;
const INDEX = { light: 1, dark: 2 };

const tint = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
// The bar of the browser takes the colour of the page's own.
const show = () => { tint.content = getComputedStyle(document.querySelector("header")).backgroundColor; };

const store = (choice) => {
  try {
    // Automatic leaves nothing behind.
    if (choice) localStorage.setItem(KEY, JSON.stringify({ index: INDEX[choice] }));
    else localStorage.removeItem(KEY);
  } catch { /* The choice lives as long as the page. */ }
};

for (const button of document.querySelectorAll("[data-colours-next]")) {
  button.addEventListener("click", () => {
    const choice = button.dataset.coloursNext;
    if (choice) dataset.colours = choice;
    else delete dataset.colours;
    store(choice);
    show();
    document.querySelector(`[data-colours-next="${choice === "light" ? "dark" : choice ? "" : "light"}"]`).focus();
  });
}

matchMedia("(prefers-color-scheme: light)").addEventListener("change", show);
show();
