// One of five verdicts and the steps that led to it: the same ones as the platform tells.
import { authorityOf } from "verify/authority";
import { batchSigners, inclusionIn } from "verify/inclusion";
import { dayOf, issuerOf, signers } from "verify/keys";
import { standingOf } from "verify/status";

const BECAME = {
  revocation: { verdict: "revoked", says: "status.revoked" },
  refresh: { verdict: "superseded", says: "status.superseded" },
  suspension: { verdict: "cannot-tell", says: "status.suspended" },
};
const CANNOT_TELL = "cannot-tell";

// `clock` is `{now, wrong}`: the time to go by, and why this device's own cannot be believed.
export async function judge(document, material, clock) {
  const found = { verdict: CANNOT_TELL, steps: [], asOf: undefined };
  const tell = (key, passed, says, values = {}) => {
    found.steps.push({ key, passed, says, values });
  };
  if (!isWhole(document, material, tell)) return found;
  const isPaper = inclusionIn(document) !== undefined;
  const by = await (isPaper ? batchSigners : signers)(document, material, tell);
  if (!by || isEarly(by, clock, tell)) return found;
  const validity = validityOf(document, clock, tell);
  const authority = authorityOf(document, material);
  tell("authority", authority.held, authority.says, authority.values);
  const standing = await noteStanding(document, material, clock, found, tell);
  const decision = decided(by, tell);
  if (authority.held === false || validity === "early") return found;
  found.verdict = weigh(standing, decision, validity);
  if (found.verdict === "valid" && authority.open) found.verdict = CANNOT_TELL;
  found.suspended = standing.became === "suspension" && !decision;
  found.entitled = authority.held === true;
  return found;
}

// Whether a signature says that it was made on a later day: this clock or the signer's is wrong.
function isEarly(by, clock, tell) {
  const today = dayOf(clock.now.toISOString());
  const early = !clock.wrong && by.some(({ proof }) => dayOf(proof.created) > today);
  if (early) tell("signature", null, "signature.early");
  return early;
}

function weigh(standing, decision, validity) {
  if (standing.became === "revocation" || decision === "revoked") return "revoked";
  if (decision || standing.unknown) return CANNOT_TELL;
  if (standing.became) return BECAME[standing.became].verdict;
  return { held: "valid", over: "expired" }[validity] ?? CANNOT_TELL;
}

function isWhole(document, material, tell) {
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const whole =
    isObject(document) &&
    isObject(document.credentialSubject) &&
    typeof issuerOf(document) === "string" &&
    [document.type].flat().includes("VerifiableCredential") &&
    document.proof !== undefined;
  tell("structure", whole, whole ? "structure.whole" : "structure.wrong");
  if (!whole) return false;
  const known = [document["@context"]].flat().every((one) => material.contexts.includes(one));
  tell("contexts", known, known ? "contexts.known" : "contexts.unknown");
  return known;
}

function validityOf(document, clock, tell) {
  const [since, until] = [document.validFrom, document.validUntil].map(Date.parse);
  if (clock.wrong) return tell("validity", null, clock.wrong), "unknown";
  if (document.validFrom && !(since <= clock.now)) {
    return tell("validity", false, "validity.early"), "early";
  }
  if (document.validUntil && !(clock.now < until)) {
    return tell("validity", false, "validity.over"), "over";
  }
  return tell("validity", true, "validity.held"), "held";
}

async function noteStanding(document, material, clock, found, tell) {
  const standing = await standingOf(document, material, clock.now);
  found.asOf = standing.asOf;
  if (standing.became) tell("status", false, BECAME[standing.became].says);
  else if (standing.unknown) tell("status", null, standing.unknown);
  else tell("status", true, "status.issued");
  return standing;
}

// What was decided on a key that others may sign by. Which earlier papers are on record is known
// to the platform alone, so of them nobody can tell here.
function decided(by, tell) {
  const compromised = by.filter(({ key }) => key.decision);
  if (!compromised.length) return undefined;
  const later = compromised.filter(({ key, proof }) => dayOf(proof.created) > key.decision.after);
  const revoked = later.find(({ key }) => key.decision.effect === "revoked");
  const { decision } = (revoked ?? later[0] ?? compromised[0]).key;
  const says = revoked ? "decision.revoked" : later.length ? "decision.cannot-tell" : "decision.online";
  tell("decision", revoked ? false : null, says, decision);
  return revoked ? "revoked" : CANNOT_TELL;
}
