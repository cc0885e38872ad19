"""Entries of registers that a form may ask one to choose among, and their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.entitlement.declare import Fact, Form, RecordKey
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.capacity import Capacity
from gongtu.registers.credits import queries as credit_bank
from gongtu.registers.employers import queries as employers
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Filing
from gongtu.registers.standards import queries as standards
from gongtu.registers.training import queries as training
from gongtu.web.chain_page import label_of
from gongtu.web.wording import name_of, remarked, titled

Options = Sequence[tuple[str, str]]


def options_of(
    procedure: Procedure, form: type[Form], by: Capacity, *, on: date
) -> Mapping[str, Options]:
    """The options of each question of the form about an entry of a register."""
    asked = {name: fact for name, fact in form.facts.items() if issubclass(fact.kind, RecordKey)}
    return {
        name: CHOICES.get(fact.choose, _subjects)(procedure, by, on) for name, fact in asked.items()
    }


def title_of_record(fact: Fact[Any, Any], key: str) -> str:
    """What people call the entry."""
    if fact.choose in ("occupation", "own-occupation"):
        found = skills.find_occupation(key)
        return found.name if found else key
    if fact.choose == "credit-programme":
        programme = credit_bank.get_programme(key)
        return f"{programme.name} · {name_of(programme.school)}"
    if fact.choose == "filed-ability":
        return str(standards.get_ability_published(int(key)).name)
    if fact.choose == "overlap":
        return ladder.title_of_overlap(key)
    if fact.choose in ("certificate", "credit-source"):
        return _title_by_number(key)
    if fact.choose == "trainee" and (one := training.find_trainee(key)):
        return f"{one.person.name} {one.course.occupation.name} · {key}"
    return key


def _title_by_number(key: str) -> str:
    """The certificate of that number; what is another source of credits keeps its key."""
    try:
        return _certificate_title(skills.get_certificate(key))
    except skills.CertificateUnknown:
        return key


def _certificate_title(held: Any) -> str:
    return f"{held.occupation.name} · {label_of(Grade(held.grade))} · {held.number}"


def _occupations(procedure: Procedure, by: Capacity, on: date) -> Options:
    """Where the procedure rests on a filing, only what is filed can be chosen."""
    if Filing in procedure.facts and by.organisation is not None:
        filings = skills.list_filings(by.organisation, on=on)
        found = {filing.occupation_id: filing.occupation.name for filing in filings}
        return sorted(found.items())
    return [(each.code, remarked(each.name, each.code)) for each in skills.list_occupations()]


def _own_occupations(_procedure: Procedure, by: Capacity, on: date) -> Options:
    """Those the person has worked or is certified in."""
    if by.person is None:
        return []
    own = ladder.list_occupations_of(by.person, on=on)
    return [(one.code, remarked(one.name, one.code)) for one in own]


def _certificates(_procedure: Procedure, by: Capacity, _on: date) -> Options:
    if by.person is None:
        return []
    return [(held.number, _certificate_title(held)) for held in skills.list_certificates(by.person)]


def _programmes(_procedure: Procedure, _by: Capacity, on: date) -> Options:
    return [
        (str(of.programme.pk), f"{of.programme.name} · {name_of(of.programme.school)}")
        for of in credit_bank.list_programmes(on=on)
    ]


def _abilities(_procedure: Procedure, by: Capacity, on: date) -> Options:
    if by.organisation is None:
        return []
    filed = standards.abilities_filed(by.organisation, on=on)
    return [(str(one.pk), f"{one.name} · {one.number}") for one in filed]


def _overlaps(_procedure: Procedure, by: Capacity, _on: date) -> Options:
    if by.person is None:
        return []
    return [(one.key, one.title) for one in ladder.overlaps_of(by.person)]


def _classes(_procedure: Procedure, by: Capacity, _on: date) -> Options:
    if by.organisation is None:
        return []
    found = employers.list_classes(by.organisation)
    return [(one.key, f"{one.began_on:%Y-%m-%d} · {one.key}") for one in found]


def _sources(_procedure: Procedure, by: Capacity, on: date) -> Options:
    if by.person is None:
        return []
    return [
        (one.key, f"{one.title} · {one.key}") for one in credit_bank.list_sources(by.person, on=on)
    ]


def _subjects(procedure: Procedure, by: Capacity, on: date) -> Options:
    """What the benefit behind the procedure may be owed to them for."""
    beneficiary = by.organisation if by.organisation is not None else by.person
    return [
        (subject.key, f"{titled(subject.title)} · {subject.key}")
        for benefit in benefits()
        if benefit.claim == procedure.key
        for subject in benefit.subjects(str(beneficiary), on)
    ]


CHOICES: Mapping[str, Callable[[Procedure, Capacity, date], Options]] = {
    "occupation": _occupations,
    "own-occupation": _own_occupations,
    "certificate": _certificates,
    "credit-programme": _programmes,
    "credit-source": _sources,
    "filed-ability": _abilities,
    "apprentice-class": _classes,
    "overlap": _overlaps,
}
