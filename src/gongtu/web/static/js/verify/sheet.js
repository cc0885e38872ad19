// A verdict as people read it: one word, what it means, as of when, the fields, the steps.
import { said, shown, told } from "verify/words";

const STATES = new Map([[true, "holds"], [false, "fails"], [null, "unknown"]]);

export function sheetOf(found, credential, now) {
  const sheet = document.getElementById("verify-verdict").content.cloneNode(true);
  const slot = (name) => sheet.querySelector(`[data-${name}]`);
  const { label, says, mood } = found.suspended ? told.suspended : told.verdicts[found.verdict];
  slot("word").textContent = label;
  slot("word").classList.add(mood);
  slot("says").textContent = says;
  slot("as-of").textContent = asOf(found);
  slot("checked-at").textContent = shown(now);
  slot("steps").append(...found.steps.map(step));
  slot("print").addEventListener("click", () => print());
  if (isSigned(found)) fill(sheet, credential);
  else slot("facts").remove();
  return sheet;
}

const isSigned = (found) => found.steps.some(({ key, passed }) => key === "signature" && passed);

// In a workshop without a network: what is certain, and as of when the rest was known.
function asOf(found) {
  if (!isSigned(found)) return said("as-of.nothing");
  return found.asOf ? said("as-of.signed", { at: shown(found.asOf) }) : said("as-of.unknown");
}

function fill(sheet, { issuer, validFrom, credentialSubject }) {
  const by = credentialSubject.issuedBy ?? issuer.name;
  const values = { ...credentialSubject, issuer: by, issued: shown(validFrom, {}) };
  for (const field of sheet.querySelectorAll("[data-field]")) {
    field.textContent = values[field.dataset.field] || "--";
  }
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
