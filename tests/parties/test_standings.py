"""What an enterprise was on which day: recorded once, corrected by a later word, never changed."""

from datetime import date

import pytest
from django.db import Error, transaction

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation, OrganisationStanding
from gongtu.parties.roles import ENTERPRISE
from gongtu.parties.services import Standing, StandingUnfit
from gongtu.records.journal.models import JournalEntry
from tests.parties.conftest import DAY, World


def record(body: Organisation, standing: Standing, since: date, source: str = "年度报告") -> None:
    services.record_standing(body, standing, since=since, source=source, by=CLOCK, on=DAY)


def test_standings_are_told_the_earliest_first(world: World) -> None:
    record(world.works, Standing(headcount=320, size=Size.MEDIUM), date(2026, 6, 1))
    record(world.works, Standing(headcount=280), date(2025, 1, 1))

    told = queries.standings_of(world.works)

    assert [(s.since, s.headcount, s.size) for s in told] == [
        (date(2025, 1, 1), 280, ""),
        (date(2026, 6, 1), 320, "medium"),
    ]


def test_about_one_day_the_last_word_counts(world: World) -> None:
    record(world.works, Standing(headcount=320), date(2026, 6, 1))
    record(world.works, Standing(headcount=302), date(2026, 6, 1))

    (told,) = queries.standings_of(world.works)

    assert told.headcount == 302
    assert OrganisationStanding.objects.count() == 2


def test_organisation_says_what_it_is_by_the_latest(world: World) -> None:
    record(world.works, Standing(headcount=320, state_owned=True), date(2026, 6, 1))
    record(world.works, Standing(headcount=280, state_owned=False), date(2025, 1, 1))

    world.works.refresh_from_db()

    assert (world.works.headcount, world.works.state_owned) == (320, True)


def test_registration_that_tells_a_headcount_begins_the_standing(world: World) -> None:
    body = services.register_organisation(
        name="新公司", kind=ENTERPRISE, division="370202", uscc="91440300708461136T", by=CLOCK,
        on=DAY, headcount=12,
    )  # fmt: skip

    (told,) = queries.standings_of(body)
    assert (told.since, told.headcount, told.state_owned) == (DAY, 12, None)


def test_registration_that_tells_nothing_leaves_it_unknown(world: World) -> None:
    assert queries.standings_of(world.works) == []


def test_it_is_written_into_the_organisations_chain(world: World) -> None:
    record(world.works, Standing(headcount=320), date(2026, 6, 1))

    last = JournalEntry.objects.filter(chain=f"organisation:{world.works.pk}").latest("seq")
    assert last.kind == "standing-recorded"


@pytest.mark.parametrize(
    ("standing", "since", "source", "says"),
    [
        (Standing(), date(2026, 6, 1), "年度报告", "至少填写"),
        (Standing(headcount=1), date(2026, 6, 1), " ", "写明依据"),
        (Standing(headcount=1), date(2099, 1, 1), "年度报告", "尚未到来"),
    ],
)
def test_what_cannot_be_is_refused(
    world: World, standing: Standing, since: date, source: str, says: str
) -> None:
    with pytest.raises(StandingUnfit, match=says):
        record(world.works, standing, since, source)
    assert queries.standings_of(world.works) == []


def test_union_has_no_standing(world: World) -> None:
    with pytest.raises(StandingUnfit, match="只有企业"):
        record(world.union, Standing(headcount=1), date(2026, 6, 1))


@pytest.mark.parametrize("act", ["update", "delete"])
def test_no_row_is_changed_or_deleted(world: World, act: str) -> None:
    record(world.works, Standing(headcount=320), date(2026, 6, 1))
    rows = OrganisationStanding.objects.all()

    with pytest.raises(Error, match="append-only"), transaction.atomic():
        rows.update(headcount=1) if act == "update" else rows.delete()
