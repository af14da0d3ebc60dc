// Everything that would still move where the reader wants no motion: transitions, animations, smooth scrolling.
() => {
  const lasting = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const problems = [];
  for (const node of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(node, part);
      const name = `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""}${part ?? ""}`;
      if (style.transitionProperty !== "none" && (lasting(style.transitionDuration) || lasting(style.transitionDelay))) problems.push(`transition: ${name}`);
      if (style.animationName !== "none") problems.push(`animation: ${name}`);
      if (!part && style.scrollBehavior === "smooth") problems.push(`scroll: ${name}`);
    }
  }
  return [...new Set(problems)];
}
