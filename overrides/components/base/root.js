// Where this copy of the site begins. The inline script in the header names it, the same way at every depth and under any prefix.
export const root = new URL(document.querySelector("script[data-base]").dataset.base, document.baseURI);
