// What browsers do to translate a page, into a language that runs from right to left: each text is put into <font> elements with other
// words, also what scripts write later. Here every Latin letter becomes an Arabic one, so that a test can read it back.
() => {
  const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنه";
  const translated = (text) => text.toLowerCase().replaceAll(/[a-z]/g, (letter) => letters["abcdefghijklmnopqrstuvwxyz".indexOf(letter)]);
  const translate = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode()) found.push(node);
    for (const node of found) {
      if (!node.data.trim() || node.parentElement?.closest("font, script, style, svg, textarea, [translate=no]")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = translated(node.data);
      outer.append(inner);
      node.replaceWith(outer);
    }
  };
  translate(document.body);
  new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.isConnected && translate(node))))
    .observe(document.body, { childList: true, subtree: true });
  Object.assign(document.documentElement, { lang: "ar", dir: "rtl", className: `${document.documentElement.className} translated-rtl` });
}
