// What a scanned code carries: digits, packed against a text that certificates are alike to; what
// is pasted or kept as a file may also be the credential itself.
import { decoded, parse, Unreadable } from "verify/json";
import { inflateSync, sha256 } from "verify/libraries";

const CODE = /^(?:[^#]*#)?(\d{10,4000})$/;
const ADDRESS = /^https?:\/\/[^#]+$/;
const DIGEST = 4;

export function read(scanned, texts) {
  if (scanned.trimStart().startsWith("{")) return parse(scanned);
  const plain = scanned.replace(/\s+/g, "");
  const found = CODE.exec(plain);
  if (!found) throw new Unreadable(ADDRESS.test(plain) ? "code.address" : "code.foreign");
  const content = bytes(BigInt(found[1]));
  const text = texts[content[0]];
  const digest = content.subarray(1, 1 + DIGEST);
  const packed = content.subarray(1 + DIGEST);
  if (text === undefined) throw new Unreadable("code.version");
  if (!same(digest, sha256(packed).subarray(0, DIGEST))) throw new Unreadable("code.damaged");
  return parse(unpacked(packed, new TextEncoder().encode(text)));
}

function unpacked(packed, dictionary) {
  try {
    return decoded(inflateSync(packed, { dictionary }));
  } catch {
    throw new Unreadable("code.damaged");
  }
}

function bytes(number) {
  const digits = number.toString(16);
  const even = digits.length % 2 ? `0${digits}` : digits;
  return Uint8Array.from(even.match(/../g), (pair) => parseInt(pair, 16));
}

function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
