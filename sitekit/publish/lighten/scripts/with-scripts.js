// Puts in what only scripts make use of, where the page left room for it. WITH_SCRIPTS is put before this file.
const root = new URL("../../", import.meta.url).href;
for (const [name, text] of Object.entries(WITH_SCRIPTS)) {
  const room = document.querySelector(`[data-room=${name}]`);
  if (room) room.outerHTML = text.replaceAll("{root}", root);
}
