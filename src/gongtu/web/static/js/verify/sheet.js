// A verdict as people read it: one word, what it means, as of when, the fields, the steps.
import { said, shown, told } from "verify/words";

const STATES = new Map([[true, "holds"], [false, "fails"], [null, "unknown"]]);

export function sheetOf(found, credential, now) {
  const sheet = document.getElementById("verify-verdict").content.cloneNode(true);
  const slot = (name) => sheet.querySelector(`[data-${name}]`);
  const { label, says, mood } = wordsFor(found, credential);
  slot("word").textContent = label;
  slot("word").classList.add(mood);
  slot("says").textContent = says;
  slot("as-of").textContent = credential ? asOf(found) : "";
  slot("checked-at").textContent = shown(now);
  slot("steps").append(...found.steps.map(step));
  slot("print").addEventListener("click", () => print());
  if (isSigned(found)) slot("facts").append(...factsOf(credential));
  else slot("facts").remove();
  return sheet;
}

const isSigned = (found) => found.steps.some(({ key, passed }) => key === "signature" && passed);

// The kind by which a register made it, as its identifier says; any other reads as a certificate.
function kindOf(credential) {
  const key = String(credential?.id).split(":")[2];
  return told.kinds[Object.hasOwn(told.kinds, key) ? key : told.usual];
}

function wordsFor({ verdict, suspended, entitled }, credential) {
  if (suspended) return told.suspended;
  const ofKind = kindOf(credential).verdicts[verdict];
  return ofKind ?? (verdict === "valid" && !entitled ? told.unentitled : told.verdicts[verdict]);
}

// In a workshop without a network: what is certain, and as of when the rest was known.
function asOf(found) {
  if (!isSigned(found)) return said("as-of.nothing");
  return found.asOf ? said("as-of.signed", { at: shown(found.asOf) }) : said("as-of.unknown");
}

function factsOf(credential) {
  const { issuer, validFrom, validUntil, credentialSubject } = credential;
  // The end lies in the term no more: the last day is that of the moment before.
  const last = validUntil && shown(Date.parse(validUntil) - 1, {});
  const since = validFrom && shown(validFrom, {});
  const term = last && said("paper.term", { since, last });
  const values = { term, ...credentialSubject, issuer: credentialSubject.issuedBy ?? issuer.name, issued: since };
  return kindOf(credential).fields.flatMap(([label, member]) => {
    const [name, value] = [document.createElement("dt"), document.createElement("dd")];
    name.textContent = label;
    value.textContent = values[member] || "--";
    value.classList.toggle("number", member.endsWith("Number"));
    return [name, value];
  });
}

function step({ key, passed, says, values }) {
  const row = document.createElement("li");
  const [title, detail] = [document.createElement("strong"), document.createElement("span")];
  row.className = STATES.get(passed);
  title.textContent = told.steps[key];
  detail.className = "soft small";
  detail.textContent = said(says, values);
  row.append(title, document.createElement("br"), detail);
  return row;
}
