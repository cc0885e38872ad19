"""Who a draft changes something for: opened by the deciding office, and written down."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from gongtu.parties.models import Division, Membership, Person
from gongtu.records.journal.queries import list_chain
from gongtu.registers.instruments import services as instruments
from tests.cast import DAY, Cast
from tests.web.desk.bench import decide, drafted, town_at_hand, workers


@pytest.fixture(autouse=True)
def _town() -> Iterator[None]:
    with town_at_hand():
        yield


def address(draft: int, change: str = "gains") -> str:
    return reverse("desk:list_touched", args=[draft, "skill-upgrade-subsidy", change])


def test_those_who_gain_are_named_and_will_see_who_looked(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=40, many=1)
    workers(cast, insured=24, many=2, serial=200)
    draft = drafted(cast, months="24")

    page = cast.client(cast.liu).get(address(draft))

    assert {row["name"] for row in page.context["rows"]} == {"工人200", "工人201"}
    seen = page.context["rows"][0]["address"].strip("/").split("/")[-1]
    assert [entry.kind for entry in list_chain(f"person:{seen}")][-1] == "viewed"
    assert "list-viewed" in [entry.kind for entry in list_chain(f"draft:{draft}")]


def test_long_list_is_read_a_page_at_a_time(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=27)
    client, draft = cast.client(cast.liu), drafted(cast, months="24")

    first = client.get(address(draft))
    rest = client.get(address(draft) + first.context["next_page"])

    names = [row["name"] for page in (first, rest) for row in page.context["rows"]]
    assert sorted(names) == sorted(f"工人{number}" for number in range(100, 127))
    assert rest.context["next_page"] == ""


def test_nobody_is_named_outside_ones_reach(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=1)
    north = Division.objects.create(
        code="370203", name="市北区", level="district", parent=cast.district.parent
    )
    Person.objects.filter(name="工人100").update(division=north)
    Membership.objects.filter(person__name="工人100").delete()

    page = cast.client(cast.liu).get(address(drafted(cast, months="24")))

    assert page.context["rows"] == [{"key": "", "name": "", "address": ""}]
    assert "不在您的辖区" in page.content.decode()


def test_proposed_draft_is_opened_by_the_deciding_office_alone(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=1)
    draft = drafted(cast, months="24")
    notice = instruments.Instrument(title="通知")
    instruments.propose_draft(draft, instrument=notice, by=cast.liu, on=DAY)

    assert cast.client(cast.zheng).get(address(draft)).status_code == 200
    assert cast.client(cast.federation).get(address(draft)).status_code == 403


def test_draft_not_proposed_is_opened_by_nobody_else(cast: Cast) -> None:
    assert cast.client(cast.zheng).get(address(drafted(cast))).status_code == 404


def test_unknown_change_is_not_there(cast: Cast) -> None:
    assert cast.client(cast.liu).get(address(drafted(cast), "marries")).status_code == 404
