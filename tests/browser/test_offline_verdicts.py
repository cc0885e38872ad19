"""What the page on a phone concludes, case by case: the verdict, and the step that decided it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from gongtu.engines.credentials.choices import KeyKind, Purpose
from gongtu.engines.credentials.suites import Document
from tests.browser.conftest import Visits
from tests.browser.office import NOON, SALT, Office
from tests.browser.town import Town

JUDGE = """async ([document, material, now, wrong]) => {
  const { judge } = await import("verify/verdict");
  return judge(document, material, { now: new Date(now), wrong });
}"""
SHEET = """async (document) => {
  const { sheetOf } = await import("verify/sheet");
  const signed = { key: "signature", passed: true, says: "" };
  return sheetOf({ verdict: "valid", steps: [signed] }, document, new Date()).textContent;
}"""
WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
OURS, OTHER = Office(), Office(organisation=2)
SOUND, PAPER = OURS.certificate(), OURS.paper()

pytestmark = pytest.mark.browser


class Case(NamedTuple):
    """A certificate, what is at hand, and what must come of it."""

    name: str
    verdict: str
    step: str = ""  # the one that did not pass
    document: Document = SOUND
    material: Document = OURS.material()
    now: Any = NOON
    wrong: str | None = None


def known_as(**about: Any) -> Document:
    return OURS.material(issuers={OURS.did: OURS.about(**about)})


def listed(became: Purpose | None = None, **more: Any) -> Document:
    return OURS.material(lists=OURS.lists(became, **more))


def leaked(effect: str, after: str) -> Document:
    decision = {"effect": effect, "after": after, "decided_on": "2026-09-01", "reason": "失密"}
    return known_as(key={"decision": decision})


def cases() -> Iterator[Case]:
    yield Case("sound", "valid")
    yield Case("no object", "cannot-tell", "structure", document=[])
    yield Case("no proof", "cannot-tell", "structure", document=_without(SOUND, "proof"))
    strange = {**SOUND, "@context": [*SOUND["@context"], "https://a.example/"]}
    yield Case("unknown words", "cannot-tell", "contexts", document=strange)
    other = {**SOUND, "proof": [{**SOUND["proof"][0], "cryptosuite": "bbs-2023"}]}
    yield Case("unknown suite", "cannot-tell", "key", document=other)
    yield from keys()
    yield from times()
    yield from filings()
    yield from lists()
    yield from papers()
    yield from others()


def others() -> Iterator[Case]:
    """What certifies no grade: whether its issuer might issue it rests on other registers."""
    for number, day, verdict, step in (
        ("A-7", "2026-09-01", "valid", ""),
        ("A-8", "2026-09-01", "cannot-tell", "authority"),
        ("A-7", "2025-12-31", "cannot-tell", "authority"),
    ):
        yield _other(f"{number} {day}", verdict, step, day=day, abilityNumber=number)
    ended = known_as(abilities=[{"number": "A-7", "since": "2026-01-01", "until": "2026-08-31"}])
    yield _other("ability no longer", "cannot-tell", "authority", ended, abilityNumber="A-7")
    office = known_as(archive=True)
    yield _other("treatment", "valid", "", office, treatedAs="junior-college")
    yield _other("no office", "cannot-tell", "authority", treatedAs="junior-college")
    yield _other(
        "rests on another", "cannot-tell", "authority", office,
        treatedAs="bachelor", restsOn="Y000037000001263000001",
    )  # fmt: skip
    yield _other("transcript", "cannot-tell", "authority", transcript="T-1")
    yield _other("post", "valid", "authority", appointedAs="chief-technician")
    yield _other("of nobody knows what", "valid", "authority")


def _other(
    name: str,
    verdict: str,
    step: str = "",
    material: Document | None = None,
    *,
    day: str = "2026-09-01",
    **subject: str,
) -> Case:
    told = {"type": ["AchievementSubject"], "name": "王建国", **subject}
    document = OURS.certificate(credentialSubject=told, validFrom=f"{day}T00:00:00+08:00")
    return Case(name, verdict, step, document=document, material=material or OURS.material())


def papers() -> Iterator[Case]:
    """Old papers: the same verdicts, by way of the batch they lie in."""
    yield Case("paper", "valid", document=PAPER)
    nobody = OURS.material(assessors={})
    yield Case("paper of a stranger", "cannot-tell", "authority", document=PAPER, material=nobody)
    later = known_as(since="2026-09-02")
    yield Case(
        "paper before the filing", "cannot-tell", "authority", document=PAPER, material=later
    )
    basis = OURS.paper({"authorityBasis": "某号", "occupationCode": ""})
    yield Case("own word", "cannot-tell", "authority", document=basis)
    yield Case("archive", "valid", document=basis, material=known_as(archive=True))
    gone = listed(Purpose.REVOCATION)
    yield Case("paper revoked", "revoked", "status", document=PAPER, material=gone)
    leaked_ = leaked("revoked", "2026-08-31")
    yield Case("batch by a leaked key", "revoked", "decision", document=PAPER, material=leaked_)
    yield Case("paper kept short", "cannot-tell", "inclusion", document=OURS.paper(batch="urn:x"))
    for index in (0, 5, -1):
        yield Case(f"at {index}", "cannot-tell", "inclusion", document=OURS.paper(index=index))
    yield Case("another salt", "cannot-tell", "inclusion", document=OURS.paper(salt="1f" * 16))
    yield Case("no way up", "cannot-tell", "inclusion", document=OURS.paper(path=[]))
    yield Case("no path", "cannot-tell", "structure", document=OURS.paper(path="00"))
    yield Case("more in the proof", "cannot-tell", "structure", document=OURS.paper(more="x"))
    yield Case("salt in a list", "cannot-tell", "structure", document=OURS.paper(salt=[SALT]))
    unsigned = _without(PAPER["proof"][0]["batch"], "proof")
    yield Case("batch unsigned", "cannot-tell", "key", document=OURS.paper(batch=unsigned))
    theirs = OTHER.paper()["proof"][0]["batch"] | {
        "credentialSubject": {**PAPER["proof"][0]["batch"]["credentialSubject"]}
    }
    yield Case("batch of another", "cannot-tell", "key", document=OURS.paper(batch=theirs))
    root = {**PAPER["proof"][0]["batch"], "validFrom": "2026-08-31T00:00:00+08:00"}
    yield Case("batch altered", "cannot-tell", "signature", document=OURS.paper(batch=root))


def keys() -> Iterator[Case]:
    stranger = OURS.material(issuers={})
    yield Case("unknown key", "cannot-tell", "key", material=stranger)
    forged = {**SOUND, "issuer": {**SOUND["issuer"], "id": OTHER.did}}
    both = OURS.material(issuers={OURS.did: OURS.about(), OTHER.did: OTHER.about()})
    yield Case("key of another", "cannot-tell", "key", document=forged, material=both)
    yield Case(
        "key not yet in use", "cannot-tell", "key", material=known_as(key={"since": "2026-09-02"})
    )
    yield Case(
        "key out of use", "cannot-tell", "key", material=known_as(key={"until": "2026-08-31"})
    )
    yield Case(
        "key leaked later", "cannot-tell", "decision", material=leaked("revoked", "2026-09-01")
    )
    yield Case("key leaked before", "revoked", "decision", material=leaked("revoked", "2026-08-31"))
    yield Case(
        "key believed no more",
        "cannot-tell",
        "decision",
        material=leaked("cannot-tell", "2026-08-31"),
    )
    for kinds in ([KeyKind.P256], [KeyKind.P384], [KeyKind.SM2], [KeyKind.ED25519, KeyKind.SM2]):
        office = Office(kinds=tuple(kinds))
        told, known = office.certificate(), office.material()
        yield Case("+".join(kinds), "valid", document=told, material=known)
        yield from proofs(kinds, told, known)


def proofs(kinds: list[KeyKind], told: Document, known: Document) -> Iterator[Case]:
    """Every proof counts: none is passed over, whichever it is."""
    for at, kind in enumerate(kinds):
        name = f"{kind} among {len(kinds)}"
        value = told["proof"][at]["proofValue"]
        last = "2" if value[-1] != "2" else "3"
        changes = {"signature": {"proofValue": value[:-1] + last}, "key": {"cryptosuite": "none"}}
        for step, change in changes.items():
            broken = copy.deepcopy(told)
            broken["proof"][at] |= change
            yield Case(f"{name}, {step}", "cannot-tell", step, document=broken, material=known)
        alone = {**told, "proof": [told["proof"][at]]}
        yield Case(f"{name}, alone", "valid", document=alone, material=known)


def times() -> Iterator[Case]:
    over = OURS.certificate(until=date(2026, 9, 1))
    yield Case("expired", "expired", "validity", document=over)
    early = OURS.certificate(validFrom="2026-09-02T00:00:00+08:00")
    yield Case("not begun", "cannot-tell", "validity", document=early)
    yield Case("clock wrong", "cannot-tell", "validity", wrong="validity.clock")
    gone = listed(Purpose.REVOCATION)
    yield Case("a day early", "cannot-tell", "signature", now=NOON - 24 * HOUR)
    yield Case(
        "a day early, revoked", "cannot-tell", "signature", material=gone, now=NOON - 24 * HOUR
    )
    yield Case("clock wrong, revoked", "revoked", "status", material=gone, wrong="validity.clock")


def filings() -> Iterator[Case]:
    yield Case("other grade", "cannot-tell", "authority", material=known_as(grades=["junior"]))
    yield Case("other occupation", "cannot-tell", "authority", material=known_as(occupation="6-1"))
    yield Case("filed later", "cannot-tell", "authority", material=known_as(since="2026-09-02"))
    yield Case("ended that day", "cannot-tell", "authority", material=known_as(until="2026-09-01"))
    yield Case("ended the day after", "valid", material=known_as(until="2026-09-02"))


def lists() -> Iterator[Case]:
    yield Case("revoked", "revoked", "status", material=listed(Purpose.REVOCATION))
    yield Case("superseded", "superseded", "status", material=listed(Purpose.REFRESH))
    yield Case("suspended", "cannot-tell", "status", material=listed(Purpose.SUSPENSION))
    yield Case("stale", "cannot-tell", "status", now=NOON + WEEK)
    yield Case("not yet stale", "valid", now=NOON + WEEK - HOUR)
    old = listed(Purpose.REVOCATION)
    yield Case("revoked for good", "revoked", "status", material=old, now=NOON + 10 * WEEK)
    yield Case("an hour early", "cannot-tell", "status", now=NOON - HOUR)
    yield Case("no lists", "cannot-tell", "status", material=OURS.material(lists={}))
    another = OURS.material(
        lists=OTHER.lists(), issuers={OURS.did: OURS.about(), OTHER.did: OTHER.about()}
    )
    yield Case("lists of another", "cannot-tell", "status", material=another)
    tampered = OURS.material()
    for one in tampered["lists"].values():
        one["validFrom"] = "2026-08-31T12:00:00+08:00"
    yield Case("lists tampered with", "cannot-tell", "status", material=tampered)


def _without(document: Document, name: str) -> Document:
    return {key: value for key, value in document.items() if key != name}


def test_each_case_has_its_verdict_and_its_step(quiet_town: Town, visits: Visits) -> None:
    page = visits(quiet_town).to("/certificates/offline/").page
    for case in cases():
        asked = [case.document, case.material, case.now.isoformat(), case.wrong]

        found = page.evaluate(JUDGE, asked)

        decided = [step["key"] for step in found["steps"] if step["passed"] is not True]
        assert found["verdict"] == case.verdict, case.name
        assert not case.step or case.step in decided, (case.name, decided)
        assert case.step or not decided, (case.name, decided)


def test_the_term_of_a_post_is_told_up_to_its_last_day(quiet_town: Town, visits: Visits) -> None:
    page = visits(quiet_town).to("/certificates/offline/").page
    post = OURS.certificate(until=date(2029, 9, 1), id="urn:gongtu:technician-appointment:P1")

    told = page.evaluate(SHEET, post)

    assert "自2026年9月1日起，至2029年8月31日为止" in told


def test_no_changed_word_is_called_valid(quiet_town: Town, visits: Visits) -> None:
    page = visits(quiet_town).to("/certificates/offline/").page
    for altered in (*alterations(SOUND), *alterations(PAPER)):
        found = page.evaluate(JUDGE, [altered, OURS.material(), NOON.isoformat(), None])

        assert found["verdict"] == "cannot-tell", altered


def alterations(document: Document) -> Iterator[Document]:
    """The document with one text after another changed by a letter."""
    for name, value in document.items():
        if isinstance(value, str):
            yield {**document, name: value + "x"}
        elif isinstance(value, dict):
            yield from ({**document, name: inner} for inner in alterations(value))
