// The one way to copy, for every button that offers it.

/** Put text on the clipboard; resolves to whether it worked. */
export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
};

// Older browsers, and pages that were not served securely, only copy what is selected.
const copySelection = (text) => {
  const focused = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.cssText = "position:fixed;inset:0;opacity:0";
  document.body.append(field);
  field.select();
  let worked = false;
  try {
    worked = document.execCommand("copy");
  } catch { /* Then it did not work. */ }
  field.remove();
  focused?.focus();
  return worked;
};
