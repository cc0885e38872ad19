"""The map agrees with the ladder's own rules, day by day, and says what it takes for granted."""

from datetime import date

import pytest
from django.urls import reverse

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.casework.services import make_move
from gongtu.engines.pathways.declare import Landscape, Move, Need
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Membership
from gongtu.policy.supposing import supposing
from gongtu.policy.values import DecidedValue
from gongtu.registers.ladder import queries
from gongtu.registers.ladder.choices import Criterion, Wait, Wording
from gongtu.registers.ladder.declare import GRADE, TRACKS, Assumed, check_rows, drawn, the_careers
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.queries import WhatIf
from gongtu.registers.ladder.queries.careers import NoSuchGoal, NotOnThisMap, StudyUnfit
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.api.conftest import sign
from tests.cast import DAY, FITTER, id_number, raise_curtain
from tests.factories import skills
from tests.factories.apprentices import apprentice

TURNER = "6-20-01-02"
COOK = "4-03-02-01"


@pytest.fixture
def cast(db):
    cast = raise_curtain()
    for code in (TURNER, COOK):
        Occupation.objects.create(code=code, name=code)
    Membership.objects.filter(person=cast.wang.person).delete()
    return cast


def worked(cast, since, until=None, body="works"):
    person = cast.person(cast.wang)
    job = parties.employ(
        person, cast.bodies[body], occupation=FITTER, since=since, by=CLOCK, on=DAY
    )
    Membership.objects.filter(pk=job.pk).update(until=until)
    return job


def worded(edition):
    StandardWording.objects.create(
        occupation_id=FITTER, wording=edition, since=date(2020, 1, 1), standard="装配钳工",
        source="测试", confidence="high",
    )  # fmt: skip


def mapped(cast, goal="", **asked):
    return queries.map_of(cast.wang.person, FITTER, goal=goal, on=DAY, **asked)


def days(found, sure=False):
    return {one.aim.key: one.surely if sure else one.soonest for one in found.reach}


@pytest.mark.parametrize("edition", list(Wording))
@pytest.mark.parametrize("held", [None, Grade.JUNIOR, Grade.INTERMEDIATE, Grade.SENIOR])
def test_next_grades_open_on_the_day_the_ladder_says(cast, edition, held):
    worked(cast, date(2019, 3, 15), date(2021, 5, 2), body="other")
    worked(cast, date(2022, 9, 1))
    worded(edition)
    if held:
        skills.certificate(cast, grade=held, issued_on=date(2024, 2, 29))
    told = queries.standings_of(cast.wang.person, on=DAY)[0]

    surely = days(mapped(cast), sure=True)

    for step in told.steps[:1]:
        sure = [way.told for way in step.ways if way.opens is False or way.opens]
        nearest = min(DAY if one.nearest is None else one.nearest for one in sure
                      if one.nearest is not None or one.verdict.value == "owed")  # fmt: skip
        assert surely[f"grade-{step.grade.value}"] == nearest


def test_three_ways_differ_where_it_matters_and_each_says_what_it_assumes(cast):
    worked(cast, date(2022, 9, 1))
    worded(Wording.OF_2023)

    found = mapped(cast, "grade-senior")
    ways = {one: route for route in found.routes[Wording.OF_2023] for one in route.criteria}

    quick, sure = ways[Criterion.QUICKEST], ways[Criterion.SUREST]
    assert [leg.admits.key for leg in quick.legs] == [
        "ladder-2023-intermediate-1", "ladder-2023-senior-2",
    ]  # fmt: skip
    assert [leg.on for leg in quick.legs] == [date(2027, 9, 1), date(2031, 9, 1)]
    assert [leg.admits.key for leg in sure.legs] == ["ladder-2023-senior-1"]
    assert (sure.on, sure.decided, quick.decided) == (date(2032, 9, 1), 1, 2)
    assert (quick.fees, quick.unknown_fees, quick.assumes) == (Yuan(0), 2, ())


def test_title_opens_a_grade_and_a_grade_a_title_by_what_is_said_to_be_assumed(cast):
    worked(cast, date(2020, 9, 1))
    worded(Wording.OF_2023)
    granted = titles.Granted("T1", TitleLevel.INTERMEDIATE, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=CLOCK, on=date(2026, 2, 1))

    found = mapped(cast, "grade-technician")
    quick = found.routes[Wording.OF_2023][0]

    assert quick.on == date(2027, 2, 1)
    assert quick.assumes == (Assumed.TITLE_FITS,)
    assert days(found, sure=True)["grade-technician"] > quick.on
    beyond = mapped(cast, "title-associate-senior").routes[Wording.OF_2023][0]
    assert Assumed.YEARS in beyond.assumes


def test_apprenticeship_is_assumed_until_it_is_on_record_as_finished(cast):
    worked(cast, date(2026, 1, 5))
    worded(Wording.OF_2018)
    (assumed,) = junior_ways(cast)
    case = apprentice(cast)
    (going_on,) = junior_ways(cast)
    make_move(case.number, "finish", by=cast.clerk, on=DAY)

    (known,) = junior_ways(cast)

    for route in (assumed, going_on):
        assert (route.on, route.assumes) == (DAY, (Assumed.APPRENTICED,))
    assert [leg.admits.key for leg in known.legs] == ["ladder-2018-junior-2"]
    assert (known.on, known.assumes) == (DAY, ())
    assert days(mapped(cast), sure=True)["grade-junior"] == DAY


def junior_ways(cast):
    """The quickest way to 初级工."""
    found = mapped(cast, "grade-junior").routes[Wording.OF_2018]
    return [one for one in found if Criterion.QUICKEST in one.criteria]


def test_what_is_on_record_of_one_is_still_assumed_of_another(cast):
    worked(cast, date(2026, 1, 5))
    worded(Wording.OF_2018)
    make_move(apprentice(cast).number, "finish", by=cast.clerk, on=DAY)
    Membership.objects.filter(person=cast.li.person).update(
        occupation=FITTER, since=date(2026, 1, 5)
    )
    people = [cast.wang.person, cast.li.person]

    waits = queries.waiting_in(people, FITTER, on=DAY)
    aim = queries.Aim(GRADE, Grade.JUNIOR)
    soonest = queries.soonest_to(people, FITTER, [aim], most=2, on=DAY)

    assert [waits[who].wait for who in people] == [Wait.ASSESSMENT, Wait.CHECK]
    told = {one.person: (one.on, one.assumed) for one in soonest[aim]}
    assert told == {cast.wang.person: (DAY, False), cast.li.person: (DAY, True)}
    alone = queries.map_of(cast.li.person, FITTER, goal="grade-junior", on=DAY)
    assert alone.routes[Wording.OF_2018][0].assumes == (Assumed.APPRENTICED,)


def test_unconfirmed_wording_gives_ways_in_both(cast):
    worked(cast, date(2022, 9, 1))

    found = mapped(cast, "grade-intermediate")

    assert set(found.routes) == set(Wording)
    near = [one for one in found.reach if one.aim.key == "grade-intermediate"]
    assert {one.wording: one.soonest for one in near} == {
        Wording.OF_2018: date(2028, 9, 1), Wording.OF_2023: date(2027, 9, 1),
    }  # fmt: skip


def test_diploma_planned_opens_what_it_opens_on_its_day(cast):
    worked(cast, date(2025, 9, 1))
    worded(Wording.OF_2023)

    found = mapped(cast, "grade-intermediate", what_if=WhatIf("secondary", date(2027, 7, 1)))
    quick = found.routes[Wording.OF_2023][0]

    assert [leg.move.key for leg in quick.legs] == [
        "finish-secondary",
        "ladder-2023-intermediate-3",
    ]
    assert quick.on == date(2027, 7, 1)
    assert quick.assumes == (Assumed.STUDY_FITS,)


def test_a_length_of_study_once_decided_is_a_way_of_its_own(cast):
    worked(cast, date(2026, 8, 1))
    worded(Wording.OF_2023)
    key = the_careers().policy["years_of_secondary_study"].key
    assert days(mapped(cast))["grade-intermediate"] == date(2029, 9, 1)

    decided = DecidedValue(value=2, since=date(2026, 3, 1), instrument="某办法", number="1号")
    with supposing({key: [decided]}):
        found = days(mapped(cast))["grade-intermediate"]

    assert found == date(2028, 9, 1)


def test_what_does_not_belong_on_the_map_is_refused(cast):
    worked(cast, date(2022, 9, 1))

    with pytest.raises(NotOnThisMap):
        queries.map_of(cast.wang.person, COOK, on=DAY)
    with pytest.raises(NoSuchGoal):
        mapped(cast, "grade-emperor")
    with pytest.raises(StudyUnfit):
        mapped(cast, what_if=WhatIf("doctor", date(2027, 7, 1)))
    for by in (DAY, date(2031, 7, 1)):
        with pytest.raises(StudyUnfit):
            mapped(cast, what_if=WhatIf("secondary", by))


def test_occupations_of_the_same_minor_group_are_sideways_and_their_years_do_not_count(cast):
    worked(cast, date(2012, 9, 1))
    worded(Wording.OF_2023)

    assert [one.pk for one in mapped(cast).related] == [TURNER]
    across = queries.map_of(cast.wang.person, TURNER, on=DAY)
    assert across.start.worked == DAY


def test_rows_in_a_circle_are_refused_by_name_at_load():
    check_rows(the_careers())
    landscape = drawn(the_careers(), Wording.OF_2023, DAY)
    down = Move("row 9", "title", frozenset({"intermediate"}), "assistant")
    with pytest.raises(Broken, match="row 9"):
        Landscape(TRACKS, (*landscape.moves, down))
    lone = Need("title", frozenset({"assistant"}))
    waiting = [move for move in landscape.moves if move.track != "title"]
    first = Move("row 10", "title", frozenset({"none"}), "assistant", (lone,))
    with pytest.raises(Broken, match="row 10"):
        Landscape(TRACKS, (*waiting, first)).require_reachable()


def test_records_that_contradict_one_another_are_asked_about_and_nothing_is_changed(cast):
    worked(cast, date(2015, 9, 1), date(2020, 6, 1))
    worked(cast, date(2019, 9, 1), body="other")
    senior = skills.certificate(cast, grade=Grade.SENIOR, issued_on=date(2020, 3, 1))
    junior = skills.certificate(cast, serial=2, grade=Grade.JUNIOR, issued_on=date(2024, 3, 1))

    order, overlap = queries.doubts_of(cast.wang.person, on=DAY)

    assert set(order.certificates) == {senior.number, junior.number}
    assert "三级/高级工（2020-03-01）早于五级/初级工（2024-03-01）" in order.asks
    assert "重叠" in overlap.asks
    assert overlap.assumed == "重叠的工作时间只计一次。"
    assert mapped(cast).start.rungs["grade"] == "senior"


def test_every_two_jobs_that_overlap_are_asked_about_and_others_are_not(cast):
    long = worked(cast, date(2010, 9, 1))
    before = worked(cast, date(2010, 1, 1), date(2010, 9, 1), body="other")
    short = worked(cast, date(2012, 9, 1), date(2013, 9, 1), body="other")
    late = worked(cast, date(2014, 9, 1), body="other")

    found = queries.overlaps_of(cast.wang.person)

    assert [(one.earlier, one.later) for one in found] == [(long, short), (long, late)]
    assert before not in {found[0].earlier, found[1].earlier}
    assert [one.key for one in found] == [
        f"{long.pk}-{short.pk}-20120901-20130901",
        f"{long.pk}-{late.pk}-20140901-open",
    ]
    assert queries.title_of_overlap(found[0].key) == found[0].title
    assert queries.title_of_overlap("nonsense") == "nonsense"
    assert queries.title_of_overlap("0-1-20120901-open") == "0-1-20120901-open"


def test_overlap_of_somebody_else_or_of_other_days_is_no_question_any_more(cast):
    worked(cast, date(2010, 9, 1))
    worked(cast, date(2012, 9, 1), date(2013, 9, 1), body="other")
    (found,) = queries.overlaps_of(cast.wang.person)

    assert queries.get_overlap(cast.wang.person, found.key) == found
    with pytest.raises(queries.OverlapGone):
        queries.get_overlap(cast.li.person, found.key)
    Membership.objects.filter(pk=found.later.pk).update(until=date(2013, 10, 1))
    with pytest.raises(queries.OverlapGone):
        queries.get_overlap(cast.wang.person, found.key)


def test_certificate_from_childhood_or_from_the_future_is_asked_about(cast):
    person = cast.person(cast.wang)
    person.birth = date(2005, 3, 1)
    person.save()
    skills.certificate(cast, grade=Grade.JUNIOR, issued_on=date(2020, 3, 1))
    skills.certificate(cast, serial=2, grade=Grade.SENIOR, issued_on=date(2027, 3, 1))

    asked = [one.asks for one in queries.doubts_of(cast.wang.person, on=DAY)]

    assert any("早于年满16周岁" in one for one in asked)
    assert any("还没有到" in one for one in asked)


@pytest.mark.parametrize(("serial", "asked"), [(20_077, True), (77, False)])
def test_two_births_of_records_that_became_one_are_asked_about(cast, serial, asked):
    kept = parties.register_person(
        name="王建新", id_number=id_number(serial), division=cast.district, by=cast.liu, on=DAY
    )
    held = skills.certificate(cast, grade=Grade.JUNIOR, issued_on=date(2024, 3, 1))
    sign(held, cast.clerk)
    wang = cast.person(cast.wang)
    proof = "公安机关出具的号码变更证明。"
    merger = register.propose_merger(wang, kept, proof=proof, by=cast.liu, on=DAY)
    register.decide_merger(merger.pk, by=cast.sun, on=DAY)

    found = queries.doubts_of(kept.pk, on=DAY)

    assert [one.certificates for one in found] == [(held.number,)] * asked
    assert all(f"（{kept.birth}、{wang.birth}）" in one.asks for one in found)
    if asked:
        office = cast.client(cast.liu).get(reverse("account:show_person", args=[kept.pk]))
        assert "出生日期不同" in office.content.decode()
