// Data Integrity over canonical JSON: eddsa-jcs-2022, ecdsa-jcs-2019 and gongtu-sm2-jcs-2026.
import { bytesToHex, ed25519, hexToBytes, p256, p384, sha256, sha384, sm2, sm3 } from "verify/libraries";

const SUITES = new Map([
  ["eddsa-jcs-2022", ["Ed25519"]],
  ["ecdsa-jcs-2019", ["P-256", "P-384"]],
  ["gongtu-sm2-jcs-2026", ["SM2"]],
]);
// Of each kind of key: how it begins, the digest that goes with it, the bytes of a signature.
const KINDS = {
  "Ed25519": { prefix: [0xed, 0x01], digest: sha256, size: 64, verifies: verifiesEd25519 },
  "P-256": { prefix: [0x80, 0x24], digest: sha256, size: 64, verifies: onCurve(p256) },
  "P-384": { prefix: [0x81, 0x24], digest: sha384, size: 96, verifies: onCurve(p384) },
  "SM2": { prefix: [0x86, 0x24], digest: digestSM3, size: 64, verifies: verifiesSM2 },
};
const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export const proofsOf = (document) => [document.proof ?? []].flat();

// The kinds of keys that a proof may be by; none for proofs that are not read here.
export function kindsOf(proof) {
  const isRead = proof?.type === "DataIntegrityProof" && !proof.previousProof;
  return (isRead && SUITES.get(proof.cryptosuite)) || [];
}

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const named = (name) => `${JSON.stringify(name)}:${canonical(value[name])}`;
  return `{${Object.keys(value).sort().map(named).join(",")}}`;
}

// Whether this proof is that key's over this document.
export async function isSigned(document, proof, { public: multikey, kind }) {
  const { prefix, digest, size, verifies } = KINDS[kind];
  const { proofValue, ...options } = proof;
  const { proof: _proofs, ...bare } = document;
  if (options["@context"]) {
    if (!begins(document["@context"], options["@context"])) return false;
    bare["@context"] = options["@context"];
  }
  try {
    const [key, signature] = [multikey, proofValue].map(decode);
    if (prefix.some((byte, at) => key[at] !== byte) || signature.length !== size) return false;
    return await verifies(signature, message(digest, options, bare), key.subarray(prefix.length));
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

function message(digest, options, bare) {
  const hashed = (part) => digest(new TextEncoder().encode(canonical(part)));
  return Uint8Array.from([...hashed(options), ...hashed(bare)]);
}

function begins(shown, signed) {
  const [whole, start] = [[shown].flat(), [signed].flat()];
  return canonical(whole.slice(0, start.length)) === canonical(start);
}

// By the browser itself where it can, else by the library beside us.
async function verifiesEd25519(signature, content, key) {
  let imported;
  try {
    imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return ed25519.verify(signature, content, key, { zip215: false });
  }
  return crypto.subtle.verify("Ed25519", imported, signature, content);
}

function onCurve(curve) {
  return (signature, content, key) => curve.verify(signature, content, key, { lowS: false });
}

// The library signs under the common identifier, as our issuers do; it throws at what is out of range.
function verifiesSM2(signature, content, key) {
  return sm2.doVerifySignature(content, bytesToHex(signature), bytesToHex(key), { hash: true });
}

function digestSM3(content) {
  return hexToBytes(sm3(content));
}
