// Whether the issuer might issue this on its day, as far as a device can know.
import { dayOf, issuerOf } from "verify/keys";

// By a member of the subject, as on the platform's side; whatever has none of them is a certificate
// of a grade, or nobody knows.
const BY_MEMBER = {
  archiveMark: ofPaper,
  abilityNumber: toExamine,
  treatedAs: byOffice,
  transcript: askedOnline,
  appointedAs: ofItsOwn,
};

// `{held, open, says, values}`: held null is not known, and open leaves the verdict open then.
export function authorityOf(document, material) {
  const subject = document.credentialSubject;
  const member = Object.keys(BY_MEMBER).find((one) => Object.hasOwn(subject, one));
  const day = dayOf(document.validFrom);
  const issuer = material.issuers[issuerOf(document)];
  const found = (BY_MEMBER[member] ?? toAssess)(subject, { day, issuer, material });
  return { open: false, values: { day }, ...found };
}

function toAssess({ occupationCode, grade }, { day, issuer }) {
  if (!occupationCode || !grade || !day) return { held: null, says: "authority.unknown" };
  const held = wasFiled(issuer, occupationCode, grade, day);
  return { held, says: held ? "authority.held" : "authority.lacked" };
}

// Of an old paper: by the office's archive, or by a filing. Who signs for others' papers of former
// years does not thereby know that they might issue.
function ofPaper(subject, { day, issuer, material }) {
  const { authorityBasis, certificateNumber, occupationCode, grade } = subject;
  if (typeof authorityBasis === "string" && issuer.archive) {
    return { held: true, says: "authority.archive", values: { basis: authorityBasis } };
  }
  const isBy = ([prefix]) => String(certificateNumber).startsWith(prefix);
  const [, did] = Object.entries(material.assessors).find(isBy) ?? [];
  if (wasFiled(material.issuers[did], occupationCode, grade, day)) {
    return { held: true, says: "authority.held" };
  }
  return { held: null, open: true, says: "authority.none" };
}

// What counts is the day of the session, which is not in the document and no later than the other.
function toExamine({ abilityNumber }, { day, issuer }) {
  const begun = (issuer.abilities ?? []).filter(
    ({ number, since }) => number === abilityNumber && since <= day,
  );
  if (!begun.length) return { held: false, says: "authority.unfiled" };
  if (begun.some(({ until }) => !until || day < until)) return { held: true, says: "authority.examined" };
  return askedOnline();
}

function byOffice({ restsOn }, { issuer }) {
  if (!issuer.archive) return { held: false, says: "authority.no-office" };
  return restsOn === undefined ? { held: true, says: "authority.office" } : askedOnline();
}

// What only the platform's registers know.
function askedOnline() {
  return { held: null, open: true, says: "authority.online" };
}

function ofItsOwn() {
  return { held: null, says: "authority.own" };
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
