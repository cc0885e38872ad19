"""Status lists that issuers elsewhere keep under other hosts: where the city's row names them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.elsewhere import is_admitted
from gongtu.engines.credentials.fetching import fetch_lists
from gongtu.engines.credentials.lists import note_lists
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.ops.commands.credentials import list_elsewhere
from gongtu.records.context import instant_of
from tests.engines.credentials.documents import DAY, Signatory
from tests.engines.credentials.school import (
    LIST,
    LIST_HOST,
    School,
    allow_this_machine,
    believed,
    served,
)

pytestmark = pytest.mark.django_db
NOW, FIRST = instant_of(DAY), date(2026, 1, 1)
STRAY = "不是本市为这个签发单位认可的网址"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    """Its keys are here, its list stands under another host, and both may be asked."""
    allow_this_machine(monkeypatch)
    with served(monkeypatch, tmp_path) as school:
        known(school)
        publish(school)
        yield school


def known(school: School) -> None:
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=NOW, tried_at=NOW
    )


def publish(school: School, *bits: int) -> None:
    school.publishes(school.signs(school.status_list(*bits, id=school.address_elsewhere)))


def home(school: School) -> str:
    """Where the city's row says that it keeps its lists."""
    return school.address_elsewhere.removesuffix(LIST)


def certificate(school: School, address: str = "") -> dict[str, Any]:
    entry = school.entry(statusListCredential=address or school.address_elsewhere)
    return school.signs(school.credential(credentialStatus=entry))


def shown(school: School, on: date = DAY) -> Verification:
    """It was handed in at a door: checked, and its lists noted."""
    document = certificate(school)
    found = verify(document, on=on)
    note_lists(document, found, on=on)
    return found


def why(found: Verification) -> str:
    assert found.verdict == Verdict.CANNOT_TELL
    (step,) = [step for step in found.steps if step.key == "status"]
    return step.says


def test_a_list_where_the_row_names_it_is_noted_fetched_and_relied_upon(school: School) -> None:
    with believed(school, lists=(home(school),)):
        assert "没有这份状态列表" in why(shown(school))
        assert fetch_lists(at=NOW) == {"fetched": 1, "failed": 0}
        assert shown(school).verdict == Verdict.VALID
        publish(school, 5)
        fetch_lists(at=NOW + timedelta(hours=1))
        assert shown(school).verdict == Verdict.REVOKED
    assert school.asked == [LIST, LIST]


def test_any_other_host_is_told_to_be_none_that_is_admitted(school: School) -> None:
    for lists in ((), ("https://other.example",)):
        with believed(school, lists=lists):
            assert STRAY in why(shown(school))
            assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 0}

    assert not IssuerList.objects.exists()
    assert school.asked == []


def test_who_signs_a_list_there_must_still_be_the_issuer(school: School) -> None:
    stranger = Signatory()
    told = school.status_list(id=school.address_elsewhere)
    with believed(school, lists=(home(school),)):
        shown(school)
        school.publishes(stranger.signs({**told, "issuer": stranger.did}))
        assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 1}
        assert "由另一单位签发" in why(shown(school))


def test_an_address_taken_from_the_row_is_asked_no_more(school: School) -> None:
    with believed(school, lists=(home(school),)):
        shown(school)
        fetch_lists(at=NOW)

    with believed(school):
        assert fetch_lists(at=NOW) == {"fetched": 0, "failed": 0}
        assert STRAY in why(shown(school))
    assert school.asked == [LIST]


def test_what_was_revoked_for_good_stays_so_when_the_address_is_taken_away(school: School) -> None:
    publish(school, 5)
    with believed(school, lists=(home(school),)):
        shown(school)
        fetch_lists(at=NOW)

    with believed(school):
        assert shown(school).verdict == Verdict.REVOKED


def test_a_list_noted_and_never_had_is_stray_once_its_address_is_taken_away(school: School) -> None:
    with believed(school, lists=(home(school),)):
        shown(school)
        assert "下一轮去取" in why(shown(school))

    with believed(school):
        assert STRAY in why(shown(school))


def test_of_two_issuers_that_name_one_list_it_is_that_of_who_signed_it(school: School) -> None:
    other = School(8443)
    known(other)
    with believed(other, school, lists=(home(school),)):
        document = certificate(other, school.address_elsewhere)
        note_lists(document, verify(document, on=DAY), on=DAY)
        shown(school)

        assert fetch_lists(at=NOW) == {"fetched": 1, "failed": 1}
        assert shown(school).verdict == Verdict.VALID
        assert "由另一单位签发" in why(verify(document, on=DAY))


def test_the_command_line_tells_where_lists_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with believed(School(), lists=(HOME,)):
        assert list_elsewhere(fetch=False) == 0

    assert f"状态列表也放在 {HOME}" in capsys.readouterr().out


HOME = "https://lists.example:8443/school"


@pytest.mark.parametrize(
    ("address", "admitted"),
    [
        (HOME, True),
        (f"{HOME}/7", True),
        (f"{HOME}?list=7", True),
        (f"{HOME}/a/../7", False),
        (f"{HOME}/../other/7", False),
        (f"{HOME}/%2e%2E/other/7", False),
        (f"{HOME}/..%2fother", False),
        (f"{HOME}/..", False),
        (f"{HOME}/..7", True),
        (f"{HOME}s/7", False),
        ("https://lists.example:8443/other/7", False),
        ("https://lists.example/school/7", False),
        ("http://lists.example:8443/school/7", False),
        ("https://lists.example:8443@evil.example/school/7", False),
        ("https://open.example", True),
        ("https://open.example/7", True),
        ("https://open.example:8443/7", False),
        ("https://open.example.evil.example/7", False),
        ("https://open.example@evil.example/7", False),
        ("https://school.example/7", True),
    ],
)
def test_an_address_is_admitted_below_what_the_row_names(address: str, admitted: bool) -> None:
    school = School()
    with believed(school, lists=(HOME, "https://open.example")):
        assert is_admitted(address, school.did, DAY) is admitted


def test_an_address_may_end_in_a_slash() -> None:
    school = School()
    with believed(school, lists=(f"{HOME}/",)):
        admitted = [is_admitted(f"{HOME}{rest}", school.did, DAY) for rest in ("/7", "s/7", "")]

    assert admitted == [True, False, False]


def test_a_row_admits_addresses_as_long_as_it_holds() -> None:
    school = School()
    with believed(school, until=DAY, lists=(f"https://{LIST_HOST}",)):
        days = (FIRST - timedelta(days=1), FIRST, DAY, DAY + timedelta(days=1))
        assert [is_admitted(f"https://{LIST_HOST}/7", school.did, day) for day in days] == [
            False, True, True, False,
        ]  # fmt: skip
