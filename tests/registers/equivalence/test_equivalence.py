"""What the rows come to by the record, and rulings that no later rule touches."""

from datetime import date

import pytest
import yaml
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.base.marked import read_plain
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Letter
from gongtu.engines.casework.services import Handed
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.policy import get_parameter
from gongtu.policy.city import active_city
from gongtu.policy.supposing import supposing
from gongtu.policy.values import DecidedValue
from gongtu.registers.equivalence import queries, services
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Rung, load_rows
from gongtu.registers.equivalence.models import Ruling
from gongtu.registers.equivalence.queries import Supposed, SupposedUnfit
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import get_session
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import Series, TitleLevel
from gongtu.registers.titles.queries import list_titles
from tests.cast import DAY, FITTER
from tests.factories import sessions, skills
from tests.scenarios.play import PDF

YEARS = "c3_careers/title_application:years_to_associate_senior"
TO_UPPER = Rung(Side.TITLE, "associate-senior")
UPPER = "senior-technician-to-associate-senior"
PASSED = {"committee": "青岛市工程系列评审委员会"}


def worked(cast, since, until=None):
    Membership.objects.filter(person=cast.wang.person).delete()
    Membership.objects.create(
        person=cast.person(cast.wang), organisation=cast.bodies["works"],
        kind=MembershipKind.EMPLOYMENT, occupation=FITTER, since=since, until=until,
    )  # fmt: skip


def worded(edition):
    StandardWording.objects.create(
        occupation_id=FITTER, wording=edition, since=date(2020, 1, 1), standard="装配钳工",
        source="测试", confidence="high",
    )  # fmt: skip


def titled(cast, level=TitleLevel.ASSISTANT, on=date(2025, 3, 1)):
    granted = titles.Granted("T1", level, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=cast.liu, on=on)


def answers(cast, occupation=FITTER):
    found = queries.standing_of(cast.wang.person, on=DAY)
    standing = next(one for one in found if (one.occupation and one.occupation.pk) == occupation)
    return {one.row.key: one for one in standing.answers}


def wanted(cast, target=TO_UPPER, side=Side.GRADE, series=Series.ENGINEERING):
    return services.Wanted(cast.wang.person, side, target, FITTER, series)


def applied(cast, level="associate-senior", series="engineering", on=DAY):
    told = {"occupation": FITTER, "level": level, "series": series, "speciality": "机械制造",
            "work": "总装车间主轴装配。"}  # fmt: skip
    proof = [Handed("proof", "proof.pdf", PDF)]
    return casework.open_case("title-application", answers=told, files=proof, by=cast.wang, on=on)


def decided(value):
    key = get_parameter(YEARS).key
    since = date(2026, 9, 2)
    return supposing({key: [DecidedValue(value=value, since=since, instrument="新规定")]})


def test_senior_technician_may_apply_for_the_associate_senior_title_by_the_record(cast):
    worked(cast, date(2010, 1, 1))
    skills.certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2022, 9, 1))

    found = answers(cast)

    upper = found["senior-technician-to-associate-senior"]
    assert [one.verdict.value for one in upper.told.findings] == ["holds", "holds", "unknown"]
    assert upper.opens is None
    assert [gap.label for gap in upper.told.missing] == ["在一线从事所申报专业的技术技能工作"]
    below = found["senior-to-assistant"]
    assert below.opens is False
    assert services.require_open(wanted(cast), on=DAY).key == upper.row.key


def test_whoever_lacks_years_is_refused_by_condition_and_time_and_no_case_is_opened(cast):
    worked(cast, date(2020, 1, 1))
    skills.certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2023, 3, 1))

    with pytest.raises(services.NotYetEquivalent) as refusal:
        applied(cast)

    assert str(refusal.value) == (
        "不符合申报条件（规则title-associate-senior）："
        "取得一级/高级技师后，累计工作满规定年数，还差6个月。"
    )
    with pytest.raises(services.NotYetEquivalent) as refusal:
        applied(cast, "intermediate")
    assert "取得二级/技师证书" in refusal.value.reasons[0]
    with pytest.raises(services.NotEquivalent):
        applied(cast, "senior")
    with pytest.raises(services.NotEquivalent):
        services.require_open(wanted(cast), on=date(2018, 10, 31))
    with pytest.raises(services.SeriesNotCovered, match="农业系列不在"):
        services.require_open(wanted(cast, series=Series.AGRICULTURE), on=date(2020, 11, 30))
    assert not Case.objects.exists()


def test_change_of_rule_never_alters_a_decision_already_taken(cast, tmp_path):
    worked(cast, date(2010, 1, 1))
    skills.certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2022, 9, 1))
    case = applied(cast)
    accept = {"checked": "用人单位证明。"}
    casework.make_move(case.number, "accept", by=cast.liu, on=DAY, answers=accept)
    casework.make_move(case.number, "shortlist", by=cast.liu, on=DAY, answers=PASSED)

    with decided(9):
        later = date(2026, 9, 20)
        casework.make_move(case.number, "grant", by=cast.sun, on=later, answers={"number": "G1"})
        ruling = Ruling.objects.get(case_number=case.number)
        kept = dict(ruling.says)
        with pytest.raises(services.NotYetEquivalent):
            services.require_open(wanted(cast), on=later)

    assert (ruling.row, ruling.outcome) == ("senior-technician-to-associate-senior", "granted")
    assert (ruling.filed_on, ruling.stated_since) == (DAY, date(2020, 12, 1))
    assert [one["value"] for one in kept["counts"]] == [4]
    letter = Letter.objects.get(case__number=case.number)
    for words in (letter.zh, letter.en):
        assert "senior-technician-to-associate-senior" in words
        assert "人社部发〔2020〕96号" in words
    assert kept["statement"]["number"] == "人社部发〔2020〕96号"
    assert list_titles(cast.wang.person).get().granted_by == PASSED["committee"]
    _end_every_row(tmp_path)
    try:
        ruling.refresh_from_db()
        assert ruling.says == kept
        assert list_titles(cast.wang.person).get().level == "associate-senior"
        with pytest.raises(services.NotEquivalent):
            services.require_open(wanted(cast), on=date(2027, 1, 1))
    finally:
        load_rows(active_city().equivalences_path)


def _end_every_row(tmp_path):
    """The same rows, of which nothing is stated any more from 2027 on."""
    told = read_plain(active_city().equivalences_path)
    for row in told.values():
        row["statements"][-1]["until"] = date(2027, 1, 1)
    path = tmp_path / "equivalences.yaml"
    path.write_text(yaml.safe_dump(told, allow_unicode=True), "utf8")
    load_rows(path)


@pytest.mark.parametrize(
    ("edition", "opens"), [("2023", None), ("2018", False), (None, None)], ids=str
)
def test_title_opens_a_grade_where_the_standard_uses_the_wording_that_has_it(cast, edition, opens):
    worked(cast, date(2020, 1, 1))
    titled(cast)
    if edition:
        worded(edition)

    answer = answers(cast)["assistant-to-senior"]

    assert answer.opens is opens
    assert answer.fits is {"2023": True, "2018": False, None: None}[edition]
    if edition == "2018":
        senior = Rung(Side.GRADE, "senior")
        with pytest.raises(services.NotYetEquivalent, match="没有这一项"):
            services.require_open(wanted(cast, senior, Side.TITLE, None), on=DAY)


def test_holder_of_a_title_comes_into_a_session_and_only_as_the_record_allows(cast):
    worked(cast, date(2020, 1, 1))
    titled(cast)
    skills.filing(cast)
    plan = {"occupation": FITTER, "grade": "senior", "planned_on": date(2026, 10, 1),
            "place": "一号车间"}  # fmt: skip
    session = casework.open_case("grade-assessment", answers=plan, by=cast.clerk, on=DAY)
    sessions.approved(session, cast.clerk)
    told = {"session": session.number, "body": str(cast.bodies["works"].pk), "speciality": "机械"}

    case = casework.open_case("professional-assessment", answers=told, by=cast.wang, on=DAY)
    checked = {"checked": "机械专业与装配钳工对应。"}
    casework.make_move(case.number, "admit", by=cast.clerk, on=DAY, answers=checked)

    candidate = get_session(session.number).candidates.get()
    assert (candidate.person_id, candidate.declared) == (cast.wang.person, checked["checked"])
    ruling = Ruling.objects.get(case_number=case.number)
    assert (ruling.row, ruling.leads_to) == ("assistant-to-senior", session.number)
    for by, words in (
        (cast.wang, "已经在本场"),
        (cast.stranger, "不在该单位工作"),
        (cast.li, "职称"),
    ):
        with pytest.raises(Refused, match=words):
            casework.open_case("professional-assessment", answers=told, by=by, on=DAY)
    elsewhere = {**told, "body": str(cast.bodies["other"].pk)}
    with pytest.raises(Refused, match="没有这一受理编号"):
        casework.open_case("professional-assessment", answers=elsewhere, by=cast.li, on=DAY)


def test_what_one_says_to_hold_is_asked_of_the_same_rules():
    senior, since = Rung(Side.GRADE, "senior"), date(2025, 9, 2)

    early = {a.row.key: a for a in supposed(senior, since=since)}["senior-to-assistant"]
    later = {a.row.key: a for a in supposed(senior, since=date(2024, 9, 1))}["senior-to-assistant"]
    open_ended = {a.row.key: a for a in supposed(senior)}["senior-to-assistant"]

    assert [early.opens, later.opens, open_ended.opens] == [False, None, None]
    assert [one.label for one in later.told.missing] == ["在一线从事所申报专业的技术技能工作"]
    title = {one.row.key for one in supposed(Rung(Side.TITLE, "senior"), since=since)}
    assert "associate-senior-to-senior-technician" in title
    classes = supposed(Rung(Side.CLASS, "senior"))
    assert [(one.row.key, one.opens) for one in classes] == [("senior-class-to-college", None)]
    not_confirmed = {one.row.key: one.opens for one in supposed(Rung(Side.TITLE, "senior"))}
    assert not_confirmed["senior-title-to-special-technician"] is None


def supposed(*held, since=None):
    return queries.suppose(Supposed(frozenset(held), since), on=DAY)


def test_what_nobody_can_hold_is_refused():
    for told in (
        Supposed(frozenset()),
        Supposed(frozenset({Rung(Side.GRADE, "emperor")})),
        Supposed(frozenset({Rung(Side.GRADE, "senior")}), date(2027, 1, 1)),
    ):
        with pytest.raises(SupposedUnfit):
            queries.suppose(told, on=DAY)


def test_case_shows_the_rule_it_is_decided_under_before_and_after(cast):
    worked(cast, date(2010, 1, 1))
    skills.certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2022, 9, 1))
    case = applied(cast)
    address = reverse("cases:show_case", args=[case.number])

    page = cast.client(cast.wang).get(address).content.decode()
    assert "按申报当日有效的规定办理" in page
    assert "当时的年数：4 年" in page

    casework.make_move(case.number, "decline", by=cast.liu, on=DAY, reason="材料不实。")
    with decided(9):
        page = cast.client(cast.wang).get(address).content.decode()
    assert "以后规定改变，不影响已经作出的决定" in page
    assert "当时的年数：4 年" in page
    assert f"{reverse('public:show_equivalence', args=[UPPER])}#since-2020-12-01" in page


def test_declined_application_keeps_its_row_too(cast):
    worked(cast, date(2010, 1, 1))
    skills.certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2022, 9, 1))
    case = applied(cast)

    casework.make_move(case.number, "decline", by=cast.liu, on=DAY, reason="材料不实。")

    ruling = queries.rulings_of(cast.wang.person).get()
    assert (ruling.outcome, ruling.leads_to) == (Outcome.DECLINED, "")
    assert not list_titles(cast.wang.person).exists()
