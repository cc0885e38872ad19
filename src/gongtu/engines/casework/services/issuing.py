"""Issuing a letter: numbered, dated, worded once and for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.casework import letters
from gongtu.engines.casework.answers import from_json
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import LetterKind, Move
from gongtu.engines.casework.models import Case, CaseParty, Letter
from gongtu.engines.casework.queries.wording import documents_of, in_words, remedy_of
from gongtu.engines.casework.registry import folder_of
from gongtu.engines.casework.services.numbering import draw
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.serving import serve_electronically
from gongtu.engines.casework.texts import say
from gongtu.engines.entitlement.asking import Finding
from gongtu.engines.entitlement.declare import Known
from gongtu.engines.entitlement.wording import Language
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.policy.city import active_city


@dataclass(frozen=True, slots=True)
class Wording:
    """What the move leaves a letter to say."""

    move: Move
    answers: Mapping[str, Any]
    reason: str
    known: Mapping[str, Known]
    findings: tuple[Finding, ...]
    amount: Yuan | None
    fund: str


def issue(
    docket: Docket,
    kind: LetterKind,
    wording: Wording,
    *,
    issuer: int | None,
    by: Capacity,
    on: date,
) -> Letter:
    """Write the letter in both languages and serve it where electronic service is agreed.

    `issuer` is the body of whoever made the move; for the clock, the body that was late.
    """
    case, folder = docket.case, folder_of(docket.case.procedure)
    letter = _numbered(docket, kind, get_organisation(issuer or 0), on=on)
    letter.move, letter.title_en = wording.move.key, say(kind.title, "en", folder)
    for lang in letters.LANGUAGES:
        context = _context(docket, letter, wording, lang)
        setattr(letter, lang, letters.render(kind.text_in(folder, lang), lang, context))
    letter.save()
    record(case, "letter", by=by, on=on, letter=letter.pk, kind_of_letter=kind.key)
    serve_electronically(letter, on=on)
    return letter


def _numbered(docket: Docket, kind: LetterKind, body: Organisation, *, on: date) -> Letter:
    """The letter without its words: whose, to whom, which number, when."""
    addressee = _current(docket.case, kind)
    serial = draw(f"letter:{body.pk}:{on.year}")
    return Letter(
        case=docket.case,
        kind=kind.key,
        title=kind.title,
        issuer=body,
        year=on.year,
        serial=serial,
        number=letter_number(body, year=on.year, serial=serial),
        to_role=str(kind.to),
        to_person=addressee.person if addressee else None,
        to_organisation=addressee.organisation if addressee else None,
        addressee=name_of(addressee) if addressee else "",
        issued_on=on,
        basis=[str(article) for article in docket.procedure.basis],
    )


def letter_number(issuer: Organisation, *, year: int, serial: int) -> str:
    """The platform's number of a letter, by the city's pattern.

    Its word is that of the body's letterhead, or what the body is with its number on record.
    """
    city = active_city()
    if issuer.key in city.letterheads:
        return city.letter_number(issuer.key, year=year, serial=serial)
    word = f"{issuer.role.label}{issuer.pk}"
    return city.numbers["letter"].format(word=word, year=year, serial=serial)


def name_of(party: CaseParty) -> str:
    """The party's name as a letter addresses it."""
    return str(party.organisation or party.person)


def _current(case: Case, kind: LetterKind) -> CaseParty | None:
    """Whom it is for; None where somebody without an account opened the case."""
    seated = case.parties.select_related("organisation", "person")
    return seated.filter(role=kind.to, until=None).first()


def _context(docket: Docket, letter: Letter, wording: Wording, lang: Language) -> dict[str, Any]:
    case, procedure = docket.case, docket.procedure
    folder = folder_of(case.procedure)
    parties = case.parties.select_related("organisation", "person").filter(until=None)
    return {
        "case": case,
        "answers": from_json(procedure.form, case.answers),
        "given": wording.answers,
        "known": _nested(wording.known),
        "findings": [in_words(found, lang, folder) for found in wording.findings],
        "matter": say(procedure.title, lang, folder),
        "rule": procedure.rule,
        "documents": [say(one, lang, folder) for one in documents_of(wording.findings)],
        "amount": wording.amount,
        "fund": say(wording.fund, lang, folder),
        "reason": wording.reason,
        "parties": {party.role: name_of(party) for party in parties},
        "due": {"legal": case.legal_due, "promised": case.promised_due},
        "remedy": remedy_of(procedure, lang, on=letter.issued_on),
        "basis": letter.basis,
        "number": letter.number,
        "on": letter.issued_on,
        "issuer": letter.issuer,
        "addressee": letters.addressee_of(letter, lang),
    }


def _nested(known: Mapping[str, Known]) -> dict[str, dict[str, Any]]:
    """`{"Certificate.grade": …}` as the template reads it: `known.Certificate.grade`."""
    groups: dict[str, dict[str, Any]] = {}
    for key, one in known.items():
        group, _, name = key.partition(".")
        groups.setdefault(group, {})[name] = one.value
    return groups
