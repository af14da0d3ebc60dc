// Tells all that this address keeps on the device, by its kind.
async () => [
  ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `database: ${name}`),
  ...(await caches.keys()).map((name) => `cache: ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
]
