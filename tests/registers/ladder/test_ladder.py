"""Where somebody stands on the ladder, from what is on record."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongtu.base.errors import Broken
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Membership
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.ladder import queries, services
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.declare import Asked
from gongtu.registers.skills.models import Occupation
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.cast import DAY, FITTER, raise_curtain
from tests.factories import skills

TURNER = "6-20-01-02"  # of the same minor group
COOK = "4-03-02-01"


@pytest.fixture
def cast(db):
    cast = raise_curtain()
    for code in (TURNER, COOK):
        Occupation.objects.create(code=code, name=code)
    Membership.objects.filter(person=cast.wang.person).delete()
    return cast


def worked(cast, since, until=None, occupation=FITTER, body="works"):
    person = cast.person(cast.wang)
    job = parties.employ(
        person, cast.bodies[body], occupation=occupation, since=since, by=CLOCK, on=DAY
    )
    Membership.objects.filter(pk=job.pk).update(until=until)


def wording(edition, since=date(2020, 1, 1)):
    StandardWording.objects.create(
        occupation_id=FITTER, wording=edition, since=since, standard="装配钳工", source="测试",
        confidence="high",
    )  # fmt: skip


def standing(cast, on=DAY):
    return queries.standing_of(cast.wang.person, queries.get_occupation(FITTER), on=on)


def step(cast, grade, on=DAY):
    return next(one for one in standing(cast, on).steps if one.grade is grade)


def way(cast, grade, key):
    return next(one for one in step(cast, grade).ways if one.option.admits.key == key)


def test_senior_worker_sees_the_day_the_technician_opens(cast):
    worked(cast, date(2015, 9, 1))
    wording(Wording.OF_2023)
    skills.certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))

    technician = step(cast, Grade.TECHNICIAN)

    assert technician.is_open is False
    assert technician.nearest.option.admits.key == "ladder-2023-technician-1"
    assert [gap.label for gap in technician.nearest.told.missing] == [
        "取得三级/高级工后，累计工作满规定年数"
    ]
    assert technician.nearest.told.nearest == date(2029, 3, 1)


def test_the_old_wording_opens_the_technician_a_year_earlier(cast):
    worked(cast, date(2015, 9, 1))
    wording(Wording.OF_2018)
    skills.certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))

    assert step(cast, Grade.TECHNICIAN).nearest.told.nearest == date(2028, 3, 1)


def test_unconfirmed_wording_leaves_open_what_the_two_answer_differently(cast):
    worked(cast, date(2021, 9, 1))

    four = step(cast, Grade.INTERMEDIATE)

    assert four.by_wording == {Wording.OF_2018: False, Wording.OF_2023: True}
    assert four.is_open is None


def test_unconfirmed_wording_leaves_nothing_open_where_both_agree(cast):
    worked(cast, date(2020, 9, 1))

    assert step(cast, Grade.INTERMEDIATE).is_open is True
    assert step(cast, Grade.SENIOR_TECHNICIAN).is_open is False


def test_wording_changes_with_the_standard(cast):
    wording(Wording.OF_2018)
    wording(Wording.OF_2023, since=DAY)

    assert queries.wording_of(FITTER, on=date(2026, 8, 31)).wording == Wording.OF_2018
    assert queries.wording_of(FITTER, on=DAY).wording == Wording.OF_2023
    assert queries.wording_of(FITTER, on=date(2019, 12, 31)) is None


def test_grades_above_the_one_held_are_shown_and_no_others(cast):
    worked(cast, date(2015, 9, 1))
    skills.certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))

    found = standing(cast)

    assert found.held is Grade.SENIOR
    assert [one.grade for one in found.steps] == [Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN]


def test_work_in_another_minor_group_never_counts(cast):
    worked(cast, date(2010, 9, 1), occupation=COOK)
    wording(Wording.OF_2023)

    assert way(cast, Grade.SENIOR, "ladder-2023-senior-1").opens is False


@pytest.mark.parametrize("occupation", ["", TURNER])
def test_work_that_may_count_is_not_known_to(cast, occupation):
    worked(cast, date(2010, 9, 1), date(2020, 1, 1), occupation=occupation, body="other")
    worked(cast, date(2020, 9, 1))
    wording(Wording.OF_2023)

    assert way(cast, Grade.SENIOR, "ladder-2023-senior-1").opens is None
    assert way(cast, Grade.INTERMEDIATE, "ladder-2023-intermediate-1").opens is True


def test_work_before_a_certificate_does_not_count_after_it(cast):
    worked(cast, date(2010, 9, 1), date(2025, 1, 1), occupation="", body="other")
    worked(cast, date(2025, 1, 1))
    wording(Wording.OF_2023)
    skills.certificate(cast, grade=Grade.INTERMEDIATE, issued_on=date(2025, 3, 1))

    assert way(cast, Grade.SENIOR, "ladder-2023-senior-2").opens is False


def test_title_and_schooling_leave_open_whether_the_field_fits(cast):
    worked(cast, date(2020, 9, 1))
    wording(Wording.OF_2023)
    granted = titles.Granted("T1", TitleLevel.INTERMEDIATE, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=CLOCK, on=date(2022, 5, 1))
    school = education.Study(
        "E1", Level.TECHNICAL, "某技师学院", SchoolKind.TECHNICIAN_COLLEGE, True,
        ClassKind.PRE_TECHNICIAN,
    )  # fmt: skip
    education.enrol(cast.wang.person, school, source="学校", by=CLOCK, on=date(2016, 9, 1))
    education.graduate("E1", qualified=Qualified.PRE_TECHNICIAN, by=CLOCK, on=date(2020, 7, 1))

    assert way(cast, Grade.TECHNICIAN, "ladder-2023-technician-3").opens is None
    assert way(cast, Grade.SENIOR, "ladder-2023-senior-3").opens is None
    assert way(cast, Grade.SENIOR, "ladder-2023-senior-4").opens is None
    assert way(cast, Grade.SENIOR_TECHNICIAN, "ladder-2023-senior_technician-3").opens is False


def test_pre_technician_counts_from_graduation_in_the_old_wording(cast):
    worked(cast, date(2020, 7, 1))
    wording(Wording.OF_2018)
    school = education.Study(
        "E1", Level.TECHNICAL, "某技师学院", SchoolKind.TECHNICIAN_COLLEGE, True,
        ClassKind.PRE_TECHNICIAN,
    )  # fmt: skip
    education.enrol(cast.wang.person, school, source="学校", by=CLOCK, on=date(2016, 9, 1))
    education.graduate("E1", qualified=Qualified.PRE_TECHNICIAN, by=CLOCK, on=date(2020, 7, 1))

    assert step(cast, Grade.TECHNICIAN).is_open is True


def test_occupations_are_those_of_certificates_and_jobs(cast):
    worked(cast, date(2020, 9, 1), occupation=COOK)
    skills.certificate(cast, grade=Grade.JUNIOR, issued_on=date(2024, 3, 1))

    found = queries.standings_of(cast.wang.person, on=DAY)

    assert [one.occupation.pk for one in found] == [FITTER, COOK]


def test_unknown_occupation_is_refused(cast):
    with pytest.raises(queries.OccupationUnknown):
        queries.get_occupation("0-00-00-00")


ADDED = "code,name_zh,kind,batch,document_no,date,status,source,confidence\n"
WORDINGS = "code,wording,since,standard,source,confidence,note\n"


def test_added_occupations_are_loaded_once_each(db, tmp_path):
    path = told(tmp_path, ADDED + ",网络主播,occupation,2024,某号,2024-07-25,published,某处,high\n")

    assert (services.load_added(path), services.load_added(path)) == (1, 1)
    assert AddedOccupation.objects.get().is_published


def test_added_occupation_without_a_source_is_refused_naming_the_line(db, tmp_path):
    path = told(tmp_path, ADDED + ",网络主播,occupation,2024,某号,2024-07-25,published,,high\n")

    with pytest.raises(Broken, match=r"added\.csv:2"):
        services.load_added(path)


@pytest.mark.parametrize(
    "line",
    [
        f"{FITTER},2017,2020-01-01,装配钳工,某处,high,",
        f"{FITTER},2018,去年,装配钳工,某处,high,",
        f"{FITTER},2018,2020-01-01,装配钳工,,high,",
        "0-00,2018,2020-01-01,装配钳工,某处,high,",
    ],
)
def test_wording_that_is_not_sound_is_refused_naming_the_line(cast, tmp_path, line):
    with pytest.raises(Broken, match=r"added\.csv:2"):
        services.load_wordings(told(tmp_path, WORDINGS + line + "\n"))


def test_wordings_are_loaded(cast, tmp_path):
    path = told(tmp_path, WORDINGS + f"{FITTER},2018,2020-01-01,装配钳工,某处,high,\n")

    assert (services.load_wordings(path), services.load_wordings(path)) == (1, 1)
    assert queries.wordings_of(FITTER).get().wording == Wording.OF_2018


def told(folder: Path, text: str) -> Path:
    path = folder / "added.csv"
    path.write_text(text, "utf8")
    return path


def test_however_many_are_asked_of_the_queries_are_the_same(cast):
    people = [cast.wang.person, cast.li.person]
    counts = []
    for some in (people, people[:1], people):  # the first fills what is kept in memory
        with CaptureQueriesContext(connection) as queries_made:
            barred = services.find_barred(Asked(some, (), FITTER, Grade.TECHNICIAN, DAY))
        counts.append(len(queries_made))
        assert barred.keys() == set(some)

    assert counts[1] == counts[2]
