// Offers to read the page aloud where the device itself has a voice; a remote voice would send the text away.
const control = document.querySelector("[data-listen]");
const speech = window.speechSynthesis;

// Some engines throw where speech is switched off.
const voices = () => {
  try {
    return speech.getVoices();
  } catch {
    return [];
  }
};

/** Find the voice to read with, and show or hide the control. The reader's own variety of the language goes first, then the device's default. */
const offer = () => {
  const local = voices().filter((one) => one.localService === true && one.lang.split(/[-_]/)[0] === document.documentElement.lang.split("-")[0]);
  const voice = local.find((one) => one.lang.replace("_", "-") === navigator.language) ?? local.find((one) => one.default) ?? local[0];
  control.hidden = !voice;
  return voice;
};

// WebKit lets a page speak only within a tap: the title is said at once, while the module that reads on is fetched.
const begin = () => {
  let title;
  let isSaid = false;
  try {
    title = new SpeechSynthesisUtterance(document.querySelector("h1").textContent);
    title.voice = offer();
    title.onend = title.onerror = () => { isSaid = true; };
    speech.speak(title);
  } catch { /* The reader tries again. */
    isSaid = true;
  }
  const silence = () => speech.cancel();
  addEventListener("pagehide", silence);
  import("./reader.js").then(({ start }) => {
    removeEventListener("pagehide", silence);
    start(control, offer, title, () => isSaid);
  }, offerOnce);
};
const offerOnce = () => control.querySelector("button").addEventListener("click", begin, { once: true });

if (control && speech) {
  // Voices come late.
  speech.onvoiceschanged = offer;
  offerOnce();
  offer();
}
