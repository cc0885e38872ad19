// One of five verdicts and the steps that led to it: the same ones as the platform tells.
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
  if (!by) return found;
  const validity = validityOf(document, clock, tell);
  const entitled = (isPaper ? wasEntitled : isEntitled)(document, material, tell);
  const standing = await noteStanding(document, material, clock, found, tell);
  const decision = decided(by, tell);
  if (entitled === false || validity === "early") return found;
  found.verdict = weigh(standing, decision, validity);
  // Who signs for others' papers of former years does not thereby know that they might issue.
  if (isPaper && found.verdict === "valid" && !entitled) found.verdict = CANNOT_TELL;
  found.suspended = standing.became === "suspension" && !decision;
  return found;
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

// Whether the issuer was filed for this occupation and grade on the day of issue; null: not known.
function isEntitled(document, material, tell) {
  const { occupationCode, grade } = document.credentialSubject;
  const day = dayOf(document.validFrom);
  if (!occupationCode || !grade || !day) return tell("authority", null, "authority.unknown"), null;
  const held = wasFiled(material.issuers[issuerOf(document)], occupationCode, grade, day);
  tell("authority", held, held ? "authority.held" : "authority.lacked", { day });
  return held;
}

// Whether whoever issued an old paper might: by the office's archive, or by a filing; else null.
function wasEntitled(document, material, tell) {
  const { authorityBasis, certificateNumber, occupationCode, grade } = document.credentialSubject;
  const day = dayOf(document.validFrom);
  if (typeof authorityBasis === "string" && material.issuers[issuerOf(document)].archive) {
    return tell("authority", true, "authority.archive", { basis: authorityBasis }), true;
  }
  const isBy = ([prefix]) => String(certificateNumber).startsWith(prefix);
  const [, did] = Object.entries(material.assessors).find(isBy) ?? [];
  const held = wasFiled(material.issuers[did], occupationCode, grade, day);
  tell("authority", held || null, held ? "authority.held" : "authority.none", { day });
  return held || null;
}

function wasFiled(issuer, occupation, grade, day) {
  return (issuer?.filings ?? []).some(
    (filing) =>
      filing.occupation === occupation &&
      filing.grades.includes(grade) &&
      filing.since <= day &&
      (!filing.until || day < filing.until),
  );
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
