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
export const offer = () => {
  const local = voices().filter((one) => one.localService === true && one.lang.split(/[-_]/)[0] === document.documentElement.lang.split("-")[0]);
  const voice = local.find((one) => one.lang.replace("_", "-") === navigator.language) ?? local.find((one) => one.default) ?? local[0];
  control.hidden = !voice;
  return voice;
};
