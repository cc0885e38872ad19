// Issuers' keys and status lists: fetched when there is a network, kept for when there is none.
const SHELF = "certificate-material";
const PATIENCE = 8_000;
const KEPT_AT = "x-kept-at";

export async function material(address) {
  return (await fetched(address)) ?? (await kept(address));
}

// The time to go by. A city of demonstration stands still; elsewhere a device whose clock was
// wrong when it last had a network, or has gone back since, is not believed.
export function clockOf({ told, keptAt }, standsStill) {
  const at = Date.parse(told.at);
  if (standsStill) return { now: new Date(at) };
  const [now, differ] = [Date.now(), told.clocks_differ_minutes * 60_000];
  const wrong = Math.abs(at - keptAt) > differ || now < keptAt - differ;
  return { now: new Date(now), wrong: wrong ? "validity.clock" : undefined };
}

async function fetched(address) {
  if (!navigator.onLine) return null;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), credentials: "omit" });
    if (!answer.ok) return null;
    const body = await answer.text();
    const headers = { "content-type": "application/json", [KEPT_AT]: String(Date.now()) };
    const shelf = await caches.open(SHELF);
    await shelf.put(address, new Response(body, { headers }));
    return { told: JSON.parse(body), keptAt: Date.now(), fresh: true };
  } catch {
    return null;
  }
}

async function kept(address) {
  const answer = await caches.match(address, { cacheName: SHELF }).catch(() => undefined);
  if (!answer) return null;
  return { told: await answer.json(), keptAt: Number(answer.headers.get(KEPT_AT)), fresh: false };
}
