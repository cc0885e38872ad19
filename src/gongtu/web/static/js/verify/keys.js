// Whose keys signed a document; the first step that fails ends the check.
import { isSigned, kindsOf, proofsOf } from "verify/proof";

const DAY = /^\d{4}-\d{2}-\d{2}T/;

// The day in China on which an instant falls.
export function dayOf(stamp) {
  const at = Date.parse(stamp);
  return Number.isNaN(at) ? "" : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

export const issuerOf = (document) =>
  typeof document.issuer === "string" ? document.issuer : document.issuer?.id;

// The keys that signed, each with its proof; null once a step failed. `tell(step, passed, says)`.
// Every proof is checked, as on the platform's side: beside one that is not read here, nobody can tell.
export async function signers(document, material, tell) {
  const proofs = proofsOf(document);
  if (!proofs.length || !proofs.every((proof) => kindsOf(proof).length)) {
    return tell("key", null, "key.suite"), null;
  }
  const signed = [];
  for (const proof of proofs) {
    const key = keyOf(proof, document, material, tell);
    if (!key) return null;
    signed.push({ proof, key });
  }
  tell("key", true, "key.issuers");
  for (const { proof, key } of signed) {
    if (!(await isSigned(document, proof, key))) return tell("signature", false, "signature.wrong"), null;
  }
  tell("signature", true, "signature.right", { by: signed.map(({ key }) => key.kind).join(" + ") });
  return signed;
}

function keyOf(proof, document, material, tell) {
  const [did, fragment] = String(proof.verificationMethod).split("#");
  const issuer = Object.hasOwn(material.issuers, did) ? material.issuers[did] : undefined;
  const key = issuer?.keys.find((one) => one.public === fragment);
  if (did !== issuerOf(document)) return tell("key", false, "key.another");
  if (!key) return tell("key", null, "key.unknown");
  if (!kindsOf(proof).includes(key.kind)) return tell("key", false, "key.kind");
  if (proof.proofPurpose !== "assertionMethod") return tell("key", false, "key.purpose");
  const day = DAY.test(proof.created) ? dayOf(proof.created) : "";
  if (!day || day < key.since || (key.until && day > key.until)) {
    return tell("key", false, "key.period");
  }
  return key;
}
