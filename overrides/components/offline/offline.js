// For pages that were opened from a folder (file:), in the archive alone (sitekit/build/offline.py). Browsers let these fetch nothing
// and import nothing, but load plain scripts: each file that a module would fetch stands in one.
const offlineScript = document.currentScript.src;
const root = new URL("../../", offlineScript).href;
const offlineFiles = {};

window.fetch = (url) => new Promise((resolve, reject) => {
  const path = new URL(url, document.baseURI).href.slice(root.length);
  const script = document.createElement("script");
  script.src = `${root}${path}.js`;
  script.onload = () => resolve(new Response(offlineFiles[path]));
  script.onerror = reject;
  document.head.append(script);
});

// A folder shows its list of files: links that modules make lead to the page in it.
addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}, { capture: true });
addEventListener("load", () => { document.documentElement.dataset.modules = "ready"; });
