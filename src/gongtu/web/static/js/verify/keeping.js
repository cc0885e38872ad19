// Keeps the page that checks certificates, and shows it wherever a code leads without a network.
// `KEPT` (addresses), `PAGE` and `SHELF` come from the worker's own few lines.
const OURS = "certificate-page-";

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(PAGE)));
  else if (KEPT.includes(new URL(request.url).pathname)) event.respondWith(freshOr(request));
});

// Without cookies: what is kept on a device is the page that anybody sees.
async function fill() {
  const shelf = await caches.open(SHELF);
  const asked = (address) => new Request(address, { credentials: "omit", cache: "no-cache" });
  await shelf.addAll([PAGE, ...KEPT].map(asked));
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== SHELF).map((name) => caches.delete(name)));
}

const kept = async (address) => (await caches.match(address, { cacheName: SHELF, ignoreVary: true })) ?? Response.error();

async function freshOr(request) {
  if (!navigator.onLine) return kept(new URL(request.url).pathname);
  try {
    return await fetch(request);
  } catch {
    return kept(new URL(request.url).pathname);
  }
}
