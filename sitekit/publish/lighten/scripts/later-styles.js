// The rules for later states come along with the scripts: one request for both. LATER is put before this file.
try {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LATER.text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
} catch {
  // Browsers that cannot make a sheet from text fetch the one that readers without scripts get.
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(LATER.file, import.meta.url);
  document.head.append(link);
}
