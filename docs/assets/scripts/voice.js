// Offers to read the page aloud where the reader's own device has a voice; voices elsewhere would send the text away.
const control = document.querySelector("[data-listen]");
const speech = window.speechSynthesis;

/** The voice to read with, or nothing; shows or hides the control. The reader's own English goes first, then the device's favourite. */
export const offer = () => {
  const near = speech.getVoices().filter((one) => (
    one.localService === true && one.lang.split(/[-_]/)[0] === document.documentElement.lang));
  const voice = near.find((one) => one.lang.replace("_", "-") === navigator.language) ?? near.find((one) => one.default) ?? near[0];
  control.hidden = !voice;
  return voice;
};

if (control && speech) {
  // Voices come late.
  speech.onvoiceschanged = offer;
  offer();
}
