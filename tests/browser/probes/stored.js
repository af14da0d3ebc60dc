// Lists all that this origin stores on the device, by kind.
async () => [
  ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `database: ${name}`),
  ...(await caches.keys()).map((name) => `cache: ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
]
