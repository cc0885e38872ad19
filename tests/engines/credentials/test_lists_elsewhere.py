"""Status lists of issuers elsewhere: noted, fetched by a job, and never asked for in a check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gongtu.engines.credentials.checking.reading import LARGEST
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.chores import fetch_issuers
from gongtu.engines.credentials.elsewhere import why_list_old
from gongtu.engines.credentials.fetching import fetch_lists
from gongtu.engines.credentials.lists import MOST_LISTS, note_lists
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.presentations import note_shown_lists, verify_presentation
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.ops.commands.credentials import list_elsewhere, verdict_on
from gongtu.records.context import instant_of
from gongtu.records.jobs.models import Job
from tests.engines.credentials.documents import DAY, Signatory, envelope, jwt
from tests.engines.credentials.school import LIST, School, allow_this_machine, believed, served

pytestmark = pytest.mark.django_db
NOW = instant_of(DAY)
STRANGER = Signatory()


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    """It is believed, its keys are here, and its list is noted; its server may be asked."""
    allow_this_machine(monkeypatch)
    with served(monkeypatch, tmp_path) as school, believed(school):
        known(school)
        noted(school)
        school.publishes(school.signs(school.status_list()))
        yield school


def known(school: School) -> None:
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=NOW, tried_at=NOW
    )


def noted(school: School, **kept: Any) -> None:
    IssuerList.objects.create(did=school.did, address=school.list_address, **kept)


def certificate(school: School, **change: Any) -> dict[str, Any]:
    return school.signs(school.credential(credentialStatus=school.entry(**change)))


def checked(school: School, on: date = DAY) -> Verification:
    return verify(certificate(school), on=on)


def why(found: Verification) -> str:
    """Why nobody can tell what became of it."""
    assert found.verdict == Verdict.CANNOT_TELL
    (step,) = [step for step in found.steps if step.key == "status"]
    assert (step.passed, found.status_age) == (None, None)
    return step.says


def test_a_list_is_noted_with_the_certificate_and_fetched_by_the_next_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_this_machine(monkeypatch)
    with served(monkeypatch, tmp_path) as school, believed(school):
        known(school)
        school.publishes(school.signs(school.status_list(4)))
        document = certificate(school)
        first = verify(document, on=DAY)
        assert "没有这份状态列表" in why(first)
        note_lists(document, first, on=DAY)
        assert "下一轮去取" in why(checked(school))
        assert school.asked == []

        outcome = fetch_issuers(Job(payload={"at": NOW.isoformat()}))

        assert outcome["lists"] == {"fetched": 1, "failed": 0}
        assert school.asked == [LIST]
        later = checked(school, DAY + timedelta(days=2))
        assert (later.verdict, later.status_age) == (Verdict.VALID, timedelta(days=2))
        assert (
            "状态列表是2026-09-01 12:00的"
            in {step.key: step.says for step in later.steps}["status"]
        )


def test_what_a_list_says_today_counts_from_the_next_round(school: School) -> None:
    fetch_lists(at=NOW)
    assert checked(school).verdict == Verdict.VALID
    school.publishes(school.signs(school.status_list(5)))
    assert checked(school).verdict == Verdict.VALID

    fetch_lists(at=NOW + timedelta(hours=1))

    assert checked(school).verdict == Verdict.REVOKED


def test_a_list_may_be_signed_from_outside(school: School) -> None:
    token = jwt(school, **school.status_list(5))
    school.publishes(token)

    assert fetch_lists(at=NOW) == {"fetched": 1, "failed": 0}

    assert IssuerList.objects.get().document == envelope(token)
    assert checked(school).verdict == Verdict.REVOKED


def test_a_list_need_not_say_since_when_it_holds(school: School) -> None:
    school.publishes(school.signs(school.status_list(validFrom=...)))
    fetch_lists(at=NOW)

    assert checked(school).verdict == Verdict.VALID


def test_an_address_of_this_machine_or_its_network_is_never_asked(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()

    assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 1}
    assert school.asked == []
    assert "没有取到" in why(checked(school))


UNFIT: list[tuple[str, int, bytes, str]] = [
    ("elsewhere", 302, b"{}", "redirect"),
    ("missing", 404, b"{}", "404"),
    ("no JSON", 200, b"not json", "JSON"),
    ("twice", 200, b'{"id": "x", "id": "y"}', "id"),
    ("null", 200, b'{"name": "\\u0000"}', "空字符"),
    ("large", 200, b" " * (LARGEST + 1), "exceeds"),
    ("no list", 200, b"{}", "/@context"),
    ("no token", 200, b"eyJ\xff.x.y", "base64url"),
]


@pytest.mark.parametrize(
    ("status", "content", "says"), [one[1:] for one in UNFIT], ids=[one[0] for one in UNFIT]
)
def test_what_is_no_list_leaves_what_is_kept(
    school: School, status: int, content: bytes, says: str
) -> None:
    fetch_lists(at=NOW)
    school.answers[LIST] = (status, content)

    outcome = fetch_lists(at=NOW + timedelta(days=1))

    kept = IssuerList.objects.get()
    assert outcome == {"fetched": 0, "failed": 1}
    assert says in kept.failure
    assert (kept.fetched_at, kept.tried_at) == (NOW, NOW + timedelta(days=1))
    assert checked(school).verdict == Verdict.VALID


def test_a_list_of_somebody_else_is_not_kept(school: School) -> None:
    said = school.status_list()
    stranger = STRANGER.signs({**said, "issuer": STRANGER.did})
    for published, says in (
        (stranger, "由另一单位签发"),
        (STRANGER.signs(said), "/issuer"),
        (school.signs(said) | {"validFrom": "2026-08-30T00:00:00Z"}, "内容已被改动"),
        (said, "没有证明"),
        (school.signs(school.credential()), "不是状态列表"),
    ):
        school.publishes(published)
        assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 1}
        assert says in IssuerList.objects.get().failure
        assert says in why(checked(school))


def test_a_kept_list_is_believed_by_the_keys_of_today(school: School) -> None:
    second = School(int(school.did.partition("%3A")[2]))
    second.method = f"{school.did}#key-2"
    both = [school.published(), second.published()]
    document = school.document(
        verificationMethod=both, assertionMethod=[school.method, second.method]
    )
    IssuerDocument.objects.update(document=document)
    school.publishes(second.signs(school.status_list()))
    fetch_lists(at=NOW)
    assert checked(school).verdict == Verdict.VALID

    IssuerDocument.objects.update(document=school.document())

    assert "签名核验不过" in why(checked(school))


def test_a_list_of_long_ago_tells_only_what_is_for_good(school: School) -> None:
    fetch_lists(at=NOW)
    assert checked(school, DAY + timedelta(days=3)).verdict == Verdict.VALID
    assert "已经超过3天" in why(checked(school, DAY + timedelta(days=4)))

    school.publishes(school.signs(school.status_list(5)))
    fetch_lists(at=NOW)
    assert checked(school, DAY + timedelta(days=4)).verdict == Verdict.REVOKED


def test_as_long_as_nobody_decided_how_long_a_list_is_good_nobody_can_tell() -> None:
    before = instant_of(date(2026, 2, 1))

    assert "待核" in why_list_old(before, before)


def test_only_lists_under_the_issuers_own_address_are_noted() -> None:
    school = School()
    known(school)
    for address in (
        "https://lists.example/7",
        "https://school.example.evil.example/7",
        "https://school.example:8443/7",
        "https://school.example@evil.example/7",
        "http://school.example/7",
        "https://school.example/" + "7" * 500,
        "https://school.example/路",
    ):
        document = certificate(school, statusListCredential=address)
        with believed(school):
            note_lists(document, verify(document, on=DAY), on=DAY)

    assert not IssuerList.objects.exists()


def test_of_whom_nobody_believes_and_of_what_is_not_genuine_nothing_is_noted() -> None:
    school = School()
    known(school)
    document = certificate(school)
    forged = {**document, "name": "another"}
    with believed(school):
        genuine = verify(document, on=DAY)
        note_lists(forged, verify(forged, on=DAY), on=DAY)
        note_lists("no document", genuine, on=DAY)
    note_lists(document, genuine, on=DAY)
    with believed(school, until=date(2026, 8, 31)):
        note_lists(document, genuine, on=DAY)
    own = STRANGER.signs(STRANGER.credential(credentialStatus=school.entry()))
    note_lists(own, verify(own, on=DAY), on=DAY)

    assert not IssuerList.objects.exists()


def test_one_issuer_has_so_many_lists_and_each_is_noted_once() -> None:
    school = School()
    known(school)
    for number in range(MOST_LISTS - 1):
        IssuerList.objects.create(did=school.did, address=f"{school.list_address}/{number}")
    many = [
        school.entry(statusListCredential=f"{school.list_address}/{number}") for number in "xyz"
    ]
    document = school.signs(school.credential(credentialStatus=many))
    with believed(school):
        for _time in range(2):
            note_lists(document, verify(document, on=DAY), on=DAY)

    assert IssuerList.objects.count() == MOST_LISTS


def test_who_fails_again_and_again_is_left_alone_until_the_next_round(school: School) -> None:
    school.answer = (404, b"")
    for number in range(5):
        IssuerList.objects.create(did=school.did, address=f"{school.list_address}/{number}")

    assert fetch_lists(at=NOW) == {"fetched": 1, "failed": 3}
    assert fetch_lists(at=NOW + timedelta(days=1)) == {"fetched": 1, "failed": 3}

    asked = [path.removeprefix(LIST) for path in school.asked]
    assert asked == ["", "/0", "/1", "/2", "/3", "/4", "", "/0"]


def test_who_is_on_the_list_no_longer_is_not_asked(school: School) -> None:
    with believed(school, until=date(2026, 8, 31)):
        assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 0}
    assert school.asked == []


def test_a_list_in_a_presentation_is_noted_too() -> None:
    school, holder = School(), Signatory()
    known(school)
    shown = holder.shows(certificate(school), holder.signs(holder.credential()))
    with believed(school):
        note_shown_lists(shown, verify_presentation(shown, on=DAY), on=DAY)

    assert IssuerList.objects.get().address == school.list_address


def test_the_command_line_notes_lists_and_tells_of_when_they_are(
    school: School, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    IssuerList.objects.all().delete()
    document = tmp_path / "certificate.json"
    document.write_text(json.dumps(certificate(school)), "utf8")
    verdict_on(str(document), DAY)

    assert list_elsewhere(fetch=True) == 0
    told = capsys.readouterr().out
    assert f"状态列表 {school.list_address}取于" in told
    school.answers[LIST] = (404, b"")
    assert list_elsewhere(fetch=True) == 1
    assert "404" in capsys.readouterr().out
