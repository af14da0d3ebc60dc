// Answers with each selector of the page's styles, whether something in the page matches it now, and with each media
// query, whether it applies now. What a pointer or the keyboard does is taken out of selectors, and so are the boxes
// that styles add.
() => {
  const MOMENTARY = /:(hover|focus-visible|focus|target)(?![\w-])|::[\w-]+(\([^)]*\))?|:(before|after)(?![\w-])/g;
  const alone = (list) => {
    const found = [""];
    let depth = 0;
    for (const letter of list) {
      depth += { "(": 1, "[": 1, ")": -1, "]": -1 }[letter] ?? 0;
      if (letter === "," && !depth) found.push("");
      else found[found.length - 1] += letter;
    }
    return found.map((one) => one.trim());
  };
  const plain = (selector) => selector.replace(MOMENTARY, "").replace(/(^|[>+~] ?)$/, "$1*");
  const selectors = {};
  const media = {};
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.selectorText) {
        for (const one of alone(rule.selectorText)) selectors[one] = document.querySelector(plain(one)) !== null;
      } else if (rule.media) media[rule.conditionText] = matchMedia(rule.conditionText).matches;
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return { selectors, media };
}
