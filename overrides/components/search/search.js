// The search, fetched when it is first opened: all that it needs at once, and the same whatever one types, so that no host learns
// of a query. The browser opens and closes the panel by itself.
const panel = document.getElementById("site-search");
const status = panel.querySelector("[role=status]");

const fetchJson = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

// A language has its stemmer and stop words in a module of its own.
const LANGUAGES = {
  en: () => import("./languages/en.js"), es: () => import("./languages/es.js"), ar: () => import("./languages/ar.js"),
};

const load = async () => {
  const language = LANGUAGES[document.documentElement.lang.split("-")[0]] ?? LANGUAGES.en;
  const [{ buildIndex, item }, terms, data] = await Promise.all([
    import("./answers.js"), language(), fetchJson(panel.dataset.texts)]);
  return { find: buildIndex(data, terms), item };
};
let loading;
// Loaded once; what failed may work at the next try.
const loaded = () => (loading ??= load().catch((error) => {
  loading = undefined;
  throw error;
}));

const open = async () => {
  const sayFailed = () => {
    status.textContent = status.dataset.failed;
    status.dataset.hasFailed = true;
  };
  loaded().catch(sayFailed);
  try {
    (await import("./panel.js")).start(panel, loaded);
  } catch {
    sayFailed();
  }
};

document.querySelector("[popovertarget=site-search]").addEventListener("click", open);
// A reader who was faster than this module is in the panel already, and may have typed.
if (panel.contains(document.activeElement)) open();
