"""A guide counts once both confirmed the same words; every version is kept."""

from datetime import date, timedelta

import pytest

from gongtu.engines.indicators.declare import Within
from gongtu.parties.access import NotEntitled
from gongtu.records.jobs.models import Job
from gongtu.records.outbox.queries import list_notices
from gongtu.registers.careers.choices import GuideState
from gongtu.registers.careers.chores import remind_of_guides
from gongtu.registers.careers.models import GuideVersion
from gongtu.registers.careers.queries import (
    WORKERS_GUIDED,
    agreed_version,
    latest_version,
    state_of,
)
from gongtu.registers.careers.services import (
    GuideStale,
    GuideUnsound,
    agree,
    ask_change,
    propose_guide,
)
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.careers import PROPOSAL, REVIEW, guide

THIS_YEAR = Within(date(2026, 1, 1), date(2027, 1, 1))


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()


def agreed(cast: Cast, made: GuideVersion, on: date = DAY) -> GuideVersion:
    return agree(made.guide_id, made.version, by=cast.wang, on=on)


def state(made: GuideVersion, on: date = DAY) -> GuideState:
    return state_of(latest_version(made.guide), on=on)


def test_a_guide_goes_back_and_forth_until_both_confirm_and_keeps_every_version(cast: Cast) -> None:
    first = guide(cast)
    assert (guide(cast), state(first)) == (first, GuideState.PROPOSED)

    ask_change(first.guide_id, 1, "改在周末", by=cast.wang, on=DAY)
    ask_change(first.guide_id, 1, "改在周末", by=cast.wang, on=DAY)
    assert state(first) is GuideState.CHANGE_ASKED
    with pytest.raises(GuideStale):
        agreed(cast, first)

    second = guide(cast, training="周末研修班")
    assert second.version == 2
    assert agreed(cast, second) == agreed(cast, second)
    assert state(first) is GuideState.AGREED

    third = guide(cast, mentor="李技师")
    assert state(third) is GuideState.PROPOSED
    assert agreed_version(third.guide) == second
    assert [one.training for one in third.guide.versions.order_by("version")] == [
        "技师研修班", "周末研修班", "技师研修班",
    ]  # fmt: skip
    notices = [one.text[:6] for one in list_notices(cast.clerk.account or 0)]
    assert sorted(notices) == ["一名职工确认", "一名职工请求"]


def test_an_old_version_is_not_agreed_to_once_a_new_one_waits(cast: Cast) -> None:
    first = guide(cast)
    guide(cast, mentor="李技师")

    with pytest.raises(GuideStale, match="最新的一版"):
        agreed(cast, first)


def test_only_the_worker_answers_and_only_the_employer_proposes(cast: Cast) -> None:
    made = guide(cast)
    assert cast.wang.person is not None

    for by in (cast.li, cast.clerk, cast.stranger):
        with pytest.raises(NotEntitled):
            agree(made.guide_id, 1, by=by, on=DAY)
    for by in (cast.wang, cast.liu):
        with pytest.raises(NotEntitled):
            propose_guide(cast.bodies["works"].pk, cast.wang.person, PROPOSAL, by=by, on=DAY)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"steps": " "}, "分几步走"),
        ({"training": ""}, "至少写一项单位的投入"),
        ({"review_on": DAY}, "今天以后"),
        ({"occupation": "9-99-99-99"}, "没有代码为9-99-99-99"),
    ],
)
def test_what_is_no_guide_is_refused(cast: Cast, other: dict, says: str) -> None:
    with pytest.raises(GuideUnsound, match=says):
        guide(cast, **other)


def test_who_works_elsewhere_gets_no_guide_and_a_change_says_what(cast: Cast) -> None:
    assert cast.stranger.person is not None
    with pytest.raises(GuideUnsound, match="不在本单位名册"):
        propose_guide(
            cast.bodies["works"].pk, cast.stranger.person, PROPOSAL, by=cast.clerk, on=DAY
        )
    with pytest.raises(GuideUnsound, match="怎样修改"):
        ask_change(guide(cast).guide_id, 1, " ", by=cast.wang, on=DAY)


def test_both_sides_are_reminded_once_from_the_day_of_review_on(cast: Cast) -> None:
    agreed(cast, guide(cast))
    before = len(list_notices(cast.wang.account or 0))

    def runs(on: date) -> int:
        return int(remind_of_guides(Job(payload={"on": on.isoformat()}))["due"])

    assert [runs(REVIEW - timedelta(days=1)), runs(REVIEW), runs(REVIEW)] == [0, 1, 1]
    assert len(list_notices(cast.wang.account or 0)) == before + 1
    guide(cast, review_on=date(2028, 3, 1))
    assert runs(REVIEW) == 0


def test_a_worker_counts_once_a_year_and_only_when_agreed(cast: Cast) -> None:
    first = guide(cast)
    assert WORKERS_GUIDED.tally(THIS_YEAR) == {"": 0}

    agreed(cast, first)
    second = guide(cast, mentor="李技师")
    agreed(cast, second)
    assert WORKERS_GUIDED.tally(THIS_YEAR, by="division") == {"370202": 1}
    assert [one.key for one in WORKERS_GUIDED.behind(THIS_YEAR, limit=9)] == [str(second.pk)]
