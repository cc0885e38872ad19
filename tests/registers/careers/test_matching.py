"""Who fits a post or a line of the plan: a recognised grade counts like one's own, and says so."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Membership
from gongtu.records.journal.models import JournalEntry
from gongtu.registers.careers import queries, services
from gongtu.registers.careers.queries import Fit, Match
from gongtu.registers.careers.rows import Line, read_lattice
from gongtu.registers.careers.services import MatchUnknown
from gongtu.registers.instruments.queries import looked_up_once
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.services import Granted, record_title
from tests.cast import DAY, FITTER, Cast, hire, raise_curtain
from tests.factories.appointments import appointed
from tests.factories.recognition import agreement, ended
from tests.factories.skills import certificate

MOVED, TOLD, OVER = date(2026, 10, 8), date(2027, 1, 1), date(2027, 1, 31)
LATER = date(2027, 6, 1)
TURNER = "6-20-01-02"
POSTS = "技能 操作工\n技能 高级操作工 高级工 独立操作一年\n技术 工程师 高级工 中级\n管理 班组长"
SENIOR, ENGINEER = "post-2", "post-3"


@pytest.fixture
def cast(db: None) -> Cast:
    """王师傅 has a senior certificate of 甲公司; 乙公司 wants a senior fitter, and has channels."""
    cast = raise_curtain()
    certificate(cast)
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2018", since=date(2020, 1, 1), standard="装配钳工",
        source="测试", confidence="high",
    )  # fmt: skip
    other, by = cast.bodies["other"].pk, cast.other_clerk
    services.publish_lattice(other, read_lattice(POSTS, ""), by=by, on=DAY)
    wanted = [Line(FITTER, Grade.SENIOR, (1, 1, 2))]
    services.publish_plan(other, wanted, first_year=2027, by=by, on=DAY)
    return cast


def moves(cast: Cast, on: date = MOVED) -> None:
    """王师傅 leaves 甲公司 for 乙公司."""
    person = cast.person(cast.wang)
    parties.end_membership(person.memberships.get(until=None), by=CLOCK, on=on)
    parties.employ(person, cast.bodies["other"], occupation=FITTER, by=CLOCK, on=on)


def matched(cast: Cast, key: str, on: date = MOVED) -> Match:
    found = queries.match_staff(cast.bodies["other"].pk, by=cast.other_clerk, on=on)
    return next(one for one in found if one.key == key)


def names(match: Match) -> list[str]:
    return [one.member.person.name for one in match.fitting]


def supply(cast: Cast, on: date) -> tuple[int, int]:
    """How many senior fitters 乙公司 has by its plan, and how many of them by agreement."""
    plan = queries.PLANS.latest(cast.bodies["other"].pk)
    assert plan is not None
    staff = queries.staff_of(cast.bodies["other"].pk, on=on)
    (gap,) = queries.gaps_of(queries.lines_of(plan), plan.all_years, staff, on=on)
    return gap.present, len(gap.recognised)


def own(cast: Cast, post: str, on: date = MOVED) -> Fit:
    """How 王师傅 reads that they stand to a post of 乙公司."""
    other = cast.bodies["other"].pk
    version = queries.LATTICES.latest(other)
    assert version is not None
    assert cast.wang.person is not None
    record = queries.own_record(cast.wang.person, other, on=on)
    found = queries.posts_for(record, queries.lattice_of(version), on=on)
    return next(fit for one, fit in found if one.name == post)


def test_a_recognised_grade_is_supply_of_the_plan_and_fits_the_post(cast: Cast) -> None:
    agreed = agreement(cast)
    moves(cast)

    assert supply(cast, MOVED) == (1, 1)
    for key in (SENIOR, f"need-{FITTER}-senior"):
        match = matched(cast, key)
        assert (names(match), match.recognised) == (["王师傅"], match.fitting)
        basis = match.fitting[0].fit.basis
        assert basis is not None
        assert basis.recognised is not None
        assert (basis.recognised.agreement, basis.recognised.since) == (agreed, MOVED)
    assert own(cast, "高级操作工").fits
    standing = queries.standing_in(
        cast.person(cast.wang).pk, cast.bodies["other"].pk, read_lattice(POSTS, ""), on=MOVED
    )
    assert standing is not None
    assert (standing.post.name, standing.onward) == ("高级操作工", ())


def test_without_an_agreement_it_is_none_and_both_sides_are_told_what_would_do(cast: Cast) -> None:
    moves(cast)

    assert supply(cast, MOVED) == (0, 0)
    match = matched(cast, SENIOR)
    assert names(match) == []
    assert match.withheld == [(cast.bodies["works"], 1)]
    (lack,) = own(cast, "高级操作工").lacks
    assert lack.aim.key == "grade-senior"
    assert lack.uncounted == cast.person(cast.wang).certificates.get()
    treated = queries.own_treatment(cast.person(cast.wang).pk, cast.bodies["other"].pk, on=MOVED)
    assert treated.grade is None


@pytest.mark.parametrize(("moved", "fits"), [(OVER - timedelta(days=1), True), (OVER, False)])
def test_the_end_stops_new_matches_and_takes_none_back(cast: Cast, moved: date, fits: bool) -> None:
    agreement(cast)
    ended(cast, on=TOLD)
    moves(cast, on=moved)

    assert (names(matched(cast, SENIOR, LATER)) == ["王师傅"]) is fits
    assert supply(cast, LATER) == ((1, 1) if fits else (0, 0))
    assert own(cast, "高级操作工", LATER).fits is fits


def test_what_was_decided_by_a_recognised_grade_outlasts_the_agreement(cast: Cast) -> None:
    """乙公司 published what its roster suggested while the agreement ran."""
    agreement(cast)
    moves(cast)
    plan = services.adopt_usual_plan(cast.bodies["other"].pk, by=cast.other_clerk, on=MOVED)
    ended(cast, on=TOLD)

    assert queries.lines_of(plan) == [Line(FITTER, Grade.SENIOR, (1, 1, 1))]
    assert supply(cast, LATER) == (1, 1)
    assert names(matched(cast, SENIOR, LATER)) == ["王师傅"]


def test_own_certificates_and_appointments_say_what_they_rest_on(cast: Cast) -> None:
    works, by = cast.bodies["works"].pk, cast.clerk
    posts = "技能 高级操作工 高级工\n技能 特级技师岗 特级技师"
    services.publish_lattice(works, read_lattice(posts, ""), by=by, on=DAY)
    appointed(cast)

    for match in queries.match_staff(works, by=by, on=DAY):
        (one,) = match.fitting
        assert one.fit.basis is not None
        assert (one.fit.basis.grade, one.fit.basis.counted) == (Grade.SPECIAL_TECHNICIAN, None)
    Membership.objects.filter(kind="employment", organisation=works).update(occupation=FITTER)
    certificate(cast, serial=2, of=cast.li)
    seniors = queries.match_staff(works, by=by, on=DAY)[0]
    held = seniors.fitting[1].fit.basis
    assert held is not None
    assert held.counted is not None
    assert (held.counted.certificate.issuer_id, held.recognised) == (works, None)


def test_who_holds_the_grade_beside_the_occupation_of_the_roster_fits_a_line(cast: Cast) -> None:
    Occupation.objects.create(code=TURNER, name="车工")
    agreement(cast)
    moves(cast)
    Membership.objects.filter(person=cast.wang.person, until=None).update(occupation=TURNER)

    assert supply(cast, MOVED) == (0, 0)
    assert names(matched(cast, f"need-{FITTER}-senior")) == ["王师傅"]


def test_titles_are_their_holders_alone(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    granted = Granted("Z1", TitleLevel.INTERMEDIATE, "工程", "评委会")
    record_title(cast.person(cast.wang).pk, granted, by=cast.liu, on=DAY)

    engineer = matched(cast, ENGINEER)
    assert engineer.asks.title is TitleLevel.INTERMEDIATE
    assert all(one.fit.title is None for one in engineer.fitting)
    told = own(cast, "工程师")
    assert told.title is not None
    assert told.fits


def test_what_is_missing_says_from_when_it_could_be_applied_for(cast: Cast) -> None:
    other = hire("乙钳工", 60, cast.bodies["other"])
    Membership.objects.filter(person=other).update(occupation=FITTER, since=date(2016, 9, 1))

    match = matched(cast, SENIOR)
    ((member, candidate),) = queries.nearest_to(match, on=MOVED)
    assert (member.person, candidate.person) == (other, other.pk)
    record = queries.own_record(other.pk, cast.bodies["other"].pk, on=MOVED)
    lattice = read_lattice(POSTS, "")
    days = [
        lack.soonest and lack.soonest.on
        for post, fit in queries.posts_for(record, lattice, on=MOVED)
        for lack in fit.lacks
        if post.name == "高级操作工"
    ]
    assert days == [candidate.on]


def test_posts_without_a_grade_match_nobody(cast: Cast) -> None:
    moves(cast)

    for key in ("post-1", "post-4"):
        match = matched(cast, key)
        assert (match.fitting, match.others, queries.nearest_to(match, on=MOVED)) == ((), (), [])


def look(cast: Cast, key: str, after: int = 0) -> services.Look:
    return services.look_at_match(
        cast.bodies["other"].pk, key, after=after, most=2, by=cast.other_clerk, on=MOVED
    )


def test_whoever_is_named_can_see_that_it_was_looked_at(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    nearest = hire("乙钳工", 60, cast.bodies["other"])
    Membership.objects.filter(person=nearest).update(occupation=FITTER, since=date(2016, 9, 1))
    look(cast, SENIOR)

    seen = JournalEntry.objects.filter(kind="viewed", what__part="matching")
    assert {one.subject_person for one in seen} == {cast.wang.person, nearest.pk}
    assert {one.actor_organisation for one in seen} == {cast.bodies["other"].pk}


def test_many_who_fit_come_page_by_page_and_those_by_agreement_alone(cast: Cast) -> None:
    agreement(cast)
    for serial in range(60, 65):
        person = hire("乙钳工", serial, cast.bodies["other"])
        held = certificate(cast, serial=serial)
        held.person, held.issuer = person, cast.bodies["other"]
        held.save()

    moves(cast)

    pages = [look(cast, SENIOR, after) for after in (0, 2, 4)]
    assert [len(one.fitting) for one in pages] == [2, 2, 2]
    assert [one.following for one in pages] == [2, 4, None]
    alone = services.look_at_match(
        cast.bodies["other"].pk, SENIOR, recognised=True, most=2, by=cast.other_clerk, on=MOVED
    )
    assert [one.member.person.name for one in alone.fitting] == ["王师傅"]
    assert alone.following is None


def test_nobody_else_looks_and_what_is_not_there_is_refused(cast: Cast) -> None:
    other = cast.bodies["other"].pk
    for by in (cast.clerk, cast.wang, cast.union, cast.liu):
        with pytest.raises(NotEntitled):
            queries.match_staff(other, by=by, on=DAY)
        with pytest.raises(NotEntitled):
            services.look_at_match(other, SENIOR, after=0, most=2, by=by, on=DAY)
    with pytest.raises(MatchUnknown):
        look(cast, "post-9")


def test_the_number_of_queries_does_not_grow_with_the_staff(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    one_of_them = hire("乙钳工", 59, cast.bodies["other"])
    Membership.objects.filter(person=one_of_them).update(occupation=FITTER)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured, looked_up_once():
            look(cast, SENIOR)
        return len(captured)

    cost()
    before = cost()
    for serial in range(60, 66):
        person = hire("乙钳工", serial, cast.bodies["other"])
        held = certificate(cast, serial=serial)
        held.person = person
        held.save()
    Membership.objects.filter(kind="employment").update(occupation=FITTER)

    assert cost() == before
