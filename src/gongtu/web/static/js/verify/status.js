// What became of a certificate, by the signed lists at hand.
import { gunzipSync } from "verify/libraries";
import { issuerOf, signers } from "verify/keys";

const WORST = ["revocation", "refresh", "suspension"];
const PLACES = 131_072;

// `{became, asOf, unknown}`: the purpose of the bit that is set, if any; the oldest list's time.
export async function standingOf(document, material, now) {
  const entry = document.credentialStatus;
  if (!entry) return { unknown: "status.none" };
  if (Array.isArray(entry) || entry.type !== "BitstringStatusListEntry") {
    return { unknown: "status.kind" };
  }
  const addresses = [entry.statusListCredential, entry.statusReference ?? []].flat();
  const told = await Promise.all(
    addresses.map((address) => toldBy(address, entry, document, material, now)),
  );
  const times = told.map((one) => one.asOf).filter(Boolean).sort();
  const became = WORST.find((purpose) => told.some((one) => one.set === purpose));
  const unknown = told.find((one) => one.unknown)?.unknown;
  return { became, asOf: times[0], unknown: became ? undefined : unknown };
}

async function toldBy(address, entry, document, material, now) {
  const list = Object.hasOwn(material.lists, address) ? material.lists[address] : undefined;
  if (!list) return { unknown: "status.missing" };
  const subject = list.credentialSubject ?? {};
  const purpose = subject.statusPurpose;
  if (list.id !== address || subject.type !== "BitstringStatusList" || !WORST.includes(purpose)) {
    return { unknown: "status.kind" };
  }
  if (issuerOf(list) !== issuerOf(document)) return { unknown: "status.another" };
  const by = await signers(list, material, () => null);
  if (!by || by.some(({ key }) => key.decision)) return { unknown: "status.unsigned" };
  return atPlace(list, Number(entry.statusListIndex), purpose, now);
}

function atPlace(list, index, purpose, now) {
  const bits = unpacked(list.credentialSubject.encodedList);
  if (!bits || bits.length * 8 < PLACES || !(index >= 0 && index < bits.length * 8)) {
    return { unknown: "status.place" };
  }
  const [asOf, since, until] = [list.validFrom, ...[list.validFrom, list.validUntil].map(Date.parse)];
  if (!(since <= now.getTime())) return { unknown: "status.early", asOf };
  const isSet = (bits[index >> 3] & (0x80 >> (index & 7))) !== 0;
  // What was taken back for good stays so, however old the list is.
  if (isSet && purpose !== "suspension") return { set: purpose, asOf };
  if (!(now.getTime() < until)) return { unknown: "status.stale", asOf };
  return { set: isSet ? purpose : undefined, asOf };
}

function unpacked(encoded) {
  try {
    const base64 = encoded.slice(1).replaceAll("-", "+").replaceAll("_", "/");
    const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return encoded[0] === "u" ? gunzipSync(packed) : null;
  } catch {
    return null;
  }
}
