// Data Integrity over canonical JSON: eddsa-jcs-2022 and ecdsa-jcs-2019 (P-256).
import { ed25519, p256, sha256 } from "verify/libraries";

const SUITES = { "eddsa-jcs-2022": "Ed25519", "ecdsa-jcs-2019": "P-256" };
const PREFIXES = { "Ed25519": [0xed, 0x01], "P-256": [0x80, 0x24] };
const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export const proofsOf = (document) => [document.proof ?? []].flat();

// The kind of key that a proof needs; undefined for proofs that are not read here.
export const kindOf = (proof) => (proof.previousProof ? undefined : SUITES[proof.cryptosuite]);

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const named = (name) => `${JSON.stringify(name)}:${canonical(value[name])}`;
  return `{${Object.keys(value).sort().map(named).join(",")}}`;
}

// Whether this proof is that key's over this document.
export async function isSigned(document, proof, multikey) {
  const kind = kindOf(proof);
  const { proofValue, ...options } = proof;
  const { proof: _proofs, ...bare } = document;
  if (options["@context"]) {
    if (!begins(document["@context"], options["@context"])) return false;
    bare["@context"] = options["@context"];
  }
  try {
    const key = decode(multikey);
    if (PREFIXES[kind].some((byte, at) => key[at] !== byte)) return false;
    return await verifies(kind, key.subarray(2), decode(proofValue), message(options, bare));
  } catch {
    return false;
  }
}

export function decode(multibase) {
  if (multibase[0] !== "z") throw new Error("not base58btc");
  let number = 0n;
  const digits = multibase.slice(1);
  for (const letter of digits) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) throw new Error("not base58btc");
    number = number * 58n + BigInt(value);
  }
  const zeros = digits.length - digits.replace(/^1+/, "").length;
  const hex = number ? number.toString(16) : "";
  const pairs = (hex.length % 2 ? `0${hex}` : hex).match(/../g) ?? [];
  return Uint8Array.from([...Array(zeros).fill(0), ...pairs.map((pair) => parseInt(pair, 16))]);
}

function message(options, bare) {
  const hashed = (part) => sha256(new TextEncoder().encode(canonical(part)));
  return Uint8Array.from([...hashed(options), ...hashed(bare)]);
}

function begins(shown, signed) {
  const [whole, start] = [[shown].flat(), [signed].flat()];
  return canonical(whole.slice(0, start.length)) === canonical(start);
}

// By the browser itself where it can, else by the library beside us.
async function verifies(kind, key, signature, content) {
  if (signature.length !== 64) return false;
  return kind === "Ed25519"
    ? verifiesEd25519(key, signature, content)
    : p256.verify(signature, content, key, { lowS: false });
}

async function verifiesEd25519(key, signature, content) {
  let imported;
  try {
    imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return ed25519.verify(signature, content, key, { zip215: false });
  }
  return crypto.subtle.verify("Ed25519", imported, signature, content);
}
