// Papers that are signed together: from one paper the way up to the root that its issuer signed.
import { issuerOf, signers } from "verify/keys";
import { bytesToHex, hexToBytes, sha256 } from "verify/libraries";
import { canonical, proofsOf } from "verify/proof";

const TYPE = "MerkleInclusionProof";
const MEMBERS = ["batch", "index", "path", "salt", "type"];
const [DIGEST, SALT, HIGHEST] = [/^[0-9a-f]{64}$/, /^[0-9a-f]{32}$/, 64];
const [LEAF, NODE] = [0, 1];

// The inclusion proof that stands alone under a document; undefined: it is signed otherwise.
export function inclusionIn(document) {
  const [proof, ...more] = proofsOf(document);
  return !more.length && proof?.type === TYPE ? proof : undefined;
}

// The keys that signed the batch in which exactly this paper lies; null once a step failed.
export async function batchSigners(document, material, tell) {
  const proof = inclusionIn(document);
  const { batch } = proof;
  if (typeof batch === "string") return tell("inclusion", null, "inclusion.short"), null;
  if (!hasItsMembers(proof) || !isWhole(proof)) return tell("structure", false, "structure.wrong"), null;
  const known = [batch["@context"]].flat().every((one) => material.contexts.includes(one));
  if (!known) return tell("contexts", false, "contexts.unknown"), null;
  if (!leads(document, proof)) return tell("inclusion", false, "inclusion.wrong"), null;
  tell("inclusion", true, "inclusion.right");
  if (issuerOf(batch) !== issuerOf(document)) return tell("key", false, "inclusion.another"), null;
  return signers(batch, material, tell);
}

// Nothing is left out of it, and nothing added that nobody signed.
const hasItsMembers = (proof) => Object.keys(proof).sort().join() === MEMBERS.join();

const isText = (value, shape) => typeof value === "string" && shape.test(value);

function isWhole({ batch, index, salt, path }) {
  const tree = batch?.credentialSubject;
  return (
    [tree?.treeSize, index].every(Number.isSafeInteger) &&
    [batch?.type].flat().includes("CredentialBatch") &&
    isText(tree.rootHash, DIGEST) &&
    isText(salt, SALT) &&
    Array.isArray(path) &&
    path.length <= HIGHEST &&
    path.every((head) => isText(head, DIGEST))
  );
}

function leads(document, { batch, index, salt, path }) {
  const { treeSize, rootHash } = batch.credentialSubject;
  if (!(index >= 0 && index < treeSize)) return false;
  let head = hashed(LEAF, hexToBytes(salt), leafOf(document));
  let [node, last] = [index, treeSize - 1];
  for (const sibling of path.map(hexToBytes)) {
    if (last === 0) return false;
    if (node % 2 || node === last) {
      head = hashed(NODE, sibling, head);
      while (node % 2 === 0 && node) [node, last] = [node / 2, half(last)];
    } else {
      head = hashed(NODE, head, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && bytesToHex(head) === rootHash;
}

function leafOf(document) {
  const { proof: _proofs, ...bare } = document;
  return new TextEncoder().encode(canonical(bare));
}

const half = (number) => Math.floor(number / 2);
const hashed = (kind, ...parts) => sha256(Uint8Array.from([kind, ...parts.flatMap((part) => [...part])]));
