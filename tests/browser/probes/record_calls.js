// Runs before the scripts of a page: records each call that could identify a device, and each violation of the policy.
window.calls = [];
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
const record = (name) => { if (!calls.includes(name)) calls.push(name); };

const watchCall = (owner, path) => {
  const name = path.split(".").at(-1);
  const call = owner?.[name];
  if (typeof call !== "function") return;
  owner[name] = function (...given) {
    record(path);
    return call.apply(this, given);
  };
};
const watchMade = (name) => {
  const made = window[name];
  if (!made) return;
  window[name] = new Proxy(made, { construct: (target, given, as) => { record(`new ${name}`); return Reflect.construct(target, given, as); } });
};
const watchRead = (owner, path) => {
  const name = path.split(".").at(-1);
  const found = owner && Object.getOwnPropertyDescriptor(owner, name);
  if (!found?.get) return;
  Object.defineProperty(owner, name, { ...found, get() { record(path); return found.get.call(this); } });
};

for (const name of ["getContext", "toDataURL", "toBlob", "captureStream"]) watchCall(HTMLCanvasElement.prototype, `canvas.${name}`);
for (const name of ["getImageData", "measureText", "isPointInPath"]) watchCall(CanvasRenderingContext2D.prototype, `canvas.${name}`);
for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
  for (const name of ["getParameter", "getExtension", "getSupportedExtensions", "readPixels", "getShaderPrecisionFormat"]) watchCall(kind?.prototype, `webgl.${name}`);
}
for (const name of ["OffscreenCanvas", "AudioContext", "webkitAudioContext", "OfflineAudioContext", "RTCPeerConnection", "SharedWorker", "Accelerometer", "Gyroscope"]) watchMade(name);
for (const name of ["enumerateDevices", "getUserMedia", "getDisplayMedia", "getSupportedConstraints"]) watchCall(window.MediaDevices?.prototype, `mediaDevices.${name}`);
for (const name of ["sendBeacon", "getBattery", "getGamepads", "requestMIDIAccess", "requestMediaKeySystemAccess", "javaEnabled"]) watchCall(Navigator.prototype, `navigator.${name}`);
for (const name of ["plugins", "mimeTypes", "hardwareConcurrency", "deviceMemory", "connection", "userAgent", "platform", "oscpu", "vendor", "maxTouchPoints", "doNotTrack", "languages", "userAgentData"]) {
  watchRead(Navigator.prototype, `navigator.${name}`);
}
for (const name of ["width", "height", "availWidth", "availHeight", "colorDepth", "pixelDepth"]) watchRead(Screen.prototype, `screen.${name}`);
watchRead(Document.prototype, "document.referrer");
watchRead(Document.prototype, "document.cookie");
watchCall(window, "window.queryLocalFonts");
watchCall(window.FontFaceSet?.prototype, "fonts.check");
watchCall(window.Keyboard?.prototype, "keyboard.getLayoutMap");
watchCall(window.Permissions?.prototype, "permissions.query");
for (const name of ["getCurrentPosition", "watchPosition"]) watchCall(window.Geolocation?.prototype, `geolocation.${name}`);
watchCall(window.StorageManager?.prototype, "storage.estimate");
watchCall(window.NavigatorUAData?.prototype, "userAgentData.getHighEntropyValues");
watchCall(Intl.DateTimeFormat.prototype, "Intl.resolvedOptions");
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (kind, ...rest) {
  if (/^device(motion|orientation|light)/.test(kind)) record(`on ${kind}`);
  return listen.call(this, kind, ...rest);
};
