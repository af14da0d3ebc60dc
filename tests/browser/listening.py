"""A device with voices of a test's choosing, for reading pages aloud without a sound."""

from __future__ import annotations

# Utterances are recorded; one ends when the test says so.
_DEVICE = """
window.utterances = [];
window.cancelled = 0;
window.SpeechSynthesisUtterance = class { rate = 1; constructor(text) { this.text = text; } };
const speech = {
  voices: %s,
  getVoices() { return this.voices; },
  speak(utterance) { this.current = utterance; utterances.push(utterance); },
  cancel() { cancelled += 1; const was = this.current; this.current = null; was?.onerror?.({error: "interrupted"}); was?.onend?.({}); },
};
Object.defineProperty(window, "speechSynthesis", {value: speech});
window.finishBlock = () => speech.current.onend({});
window.failBlock = () => speech.current.onerror({error: "synthesis-failed"});
"""
LOCAL = '{name: "Near", lang: "en-GB", localService: true, default: false}'
DEFAULT = '{name: "Favourite", lang: "en_AU", localService: true, default: true}'
REMOTE = '{name: "Far", lang: "en-GB", localService: false, default: true}'
FOREIGN = '{name: "Loin", lang: "fr-FR", localService: true, default: true}'


def device(*voices: str) -> str:
    """Return the script that gives a browser these voices, each a JavaScript object, and no others."""
    return _DEVICE % f"[{', '.join(voices)}]"
