"""As whom an enterprise treats its skilled staff: what is read, what is refused, what is shown."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.indicators.declare import Within
from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Membership
from gongtu.registers.careers import queries, services
from gongtu.registers.careers.choices import Accord, Matter
from gongtu.registers.careers.rows import Equal, read_lattice, read_treatment, write_treatment
from gongtu.registers.skills.choices import SKILLED, Grade
from gongtu.registers.skills.rows import RowsWrong
from gongtu.registers.titles.choices import TitleLevel
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.skills import certificate

POSTS = """技能 操作工
技能 技师岗 技师
技术 工程师 中级
管理 班组长
管理 车间主任"""
JOINED = "技师岗 工程师 双向"


def test_a_line_is_for_all_matters_unless_it_names_some() -> None:
    told = read_treatment("高级工 助理级\n技师 中级 评优评奖、学习进修")

    assert [one.matter for one in told[:5]] == list(Matter)
    assert told[5:] == [
        Equal(Grade.TECHNICIAN, Matter.STUDY, TitleLevel.INTERMEDIATE),
        Equal(Grade.TECHNICIAN, Matter.AWARDS, TitleLevel.INTERMEDIATE),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("高级工", "第2行：应写明技能等级和比照的职称级别"),
        ("大师 中级", "第2行：没有“大师”这个等级"),
        ("高级技师 特级", "第2行：没有“特级”这个职称级别"),
        ("高级技师 副高级 住房", "第2行：条例第二十五条没有“住房”这一方面"),
        ("技师 副高级 评优评奖", "第2行：技师的评优评奖前面已经写过"),
        ("高级技师 助理级 评优评奖", "第2行：高级技师高于技师，评优评奖却比照得更低"),
        ("高级工 副高级 评优评奖", "第2行：高级工低于技师，评优评奖却比照得更高"),
    ],
)
def test_a_wrong_row_is_refused_by_name(line: str, says: str) -> None:
    with pytest.raises(RowsWrong) as refused:
        read_treatment(f"技师 中级\n{line}")
    assert refused.value.reasons[0].startswith(says)


@given(st.data())
def test_a_table_that_never_falls_is_read_back(data: st.DataObject) -> None:
    told = []
    for matter in Matter:
        grades = sorted(data.draw(st.sets(st.sampled_from(Grade))), key=lambda one: one.rank)
        size = len(grades)
        drawn = data.draw(st.lists(st.sampled_from(TitleLevel), min_size=size, max_size=size))
        levels = sorted(drawn, key=lambda one: one.place)
        told += [Equal(*each) for each in zip(grades, [matter] * size, levels, strict=True)]
    if told:
        for language in ("zh-hans", "en"):
            with override(language):
                assert sorted(read_treatment(write_treatment(told))) == sorted(told)


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()


def test_default_follows_the_bridges_and_the_same_again_is_no_version(cast: Cast) -> None:
    works, usual = cast.bodies["works"].pk, services.usual_treatment()
    levels = {one.grade: one.title.value for one in usual}

    assert levels == dict(
        zip(SKILLED, ["assistant", "intermediate", *["associate-senior"] * 3], strict=True)
    )
    assert read_treatment(write_treatment(usual)) == usual
    made = services.adopt_usual_treatment(works, by=cast.clerk, on=DAY)
    assert services.publish_treatment(works, usual[::-1], by=cast.clerk, on=DAY) == made
    assert queries.equals_of(made) == usual
    assert services.publish_treatment(works, usual[:5], by=cast.clerk, on=DAY).version == 2
    with pytest.raises(NotEntitled):
        services.publish_treatment(works, usual, by=cast.other_clerk, on=DAY)
    wrong = [*usual, Equal(Grade.JUNIOR, Matter.STUDY, TitleLevel.SENIOR), usual[0]]
    with pytest.raises(services.TreatmentUnsound) as refused:
        services.publish_treatment(works, wrong, by=cast.clerk, on=DAY)
    assert len(refused.value.reasons) == 7
    with pytest.raises(services.TreatmentUnsound, match="没有写任何等级"):
        services.publish_treatment(works, [], by=cast.clerk, on=DAY)


def found(cast: Cast, matter: Matter) -> queries.Finding:
    check = queries.check_treatment(cast.bodies["works"].pk, by=cast.clerk, on=DAY)
    return next(one for one in check.findings if one.equal.matter is matter)


def treat(cast: Cast, text: str) -> None:
    rows = read_treatment(text)
    services.publish_treatment(cast.bodies["works"].pk, rows, by=cast.clerk, on=DAY)


def join(cast: Cast, crossings: str) -> None:
    lattice = read_lattice(POSTS, crossings)
    services.publish_lattice(cast.bodies["works"].pk, lattice, by=cast.clerk, on=DAY)


def posted(cast: Cast, post: str) -> None:
    Membership.objects.filter(person=cast.wang.person, kind="employment").update(post=post)


def test_nothing_is_said_without_data_and_what_differs_names_the_person(cast: Cast) -> None:
    works = cast.bodies["works"].pk
    assert queries.check_treatment(works, by=cast.clerk, on=DAY) == queries.Check()
    treat(cast, "技师 中级")

    assert "通道" in found(cast, Matter.APPOINTMENT).missing
    join(cast, JOINED)
    assert "没有这一等级的职工" in found(cast, Matter.APPOINTMENT).missing
    certificate(cast, grade=Grade.TECHNICIAN, issued_on=date(2024, 3, 1))
    assert "1名职工的岗位" in found(cast, Matter.APPOINTMENT).missing
    posted(cast, "操作工")
    differs = found(cast, Matter.APPOINTMENT)
    assert differs.accord is Accord.DIFFERS
    assert [job.person.name for job in differs.people] == ["王师傅"]
    posted(cast, "技师岗")
    assert found(cast, Matter.APPOINTMENT).accord is Accord.HOLDS
    for matter in (Matter.STUDY, Matter.AWARDS, Matter.PROJECTS):
        told = found(cast, matter)
        assert told.accord is Accord.UNKNOWN
        assert told.missing


def test_promotion_is_asked_of_the_channels(cast: Cast) -> None:
    treat(cast, "技师 中级")
    join(cast, JOINED)
    assert "没有写明从“工程师”" in found(cast, Matter.PROMOTION).missing
    onward = "工程师 班组长 单向\n工程师 车间主任 单向\n技师岗 班组长 单向"
    join(cast, onward)
    differs = found(cast, Matter.PROMOTION)
    assert (differs.accord, differs.posts) == (Accord.DIFFERS, ("车间主任",))
    join(cast, f"{onward}\n技师岗 车间主任 单向")
    assert found(cast, Matter.PROMOTION).accord is Accord.HOLDS
    treat(cast, "技师 正高级")
    assert "这一职称级别" in found(cast, Matter.PROMOTION).missing


def test_the_enterprise_and_its_union_alone_read_the_check(cast: Cast) -> None:
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))
    treat(cast, "技师 中级")

    works = cast.bodies["works"].pk
    told = queries.check_treatment(works, by=cast.union, on=DAY)
    assert told.left_out == (Grade.SENIOR,)
    for other in (cast.other_clerk, cast.wang, cast.federation, cast.liu, cast.school):
        with pytest.raises(NotEntitled):
            queries.check_treatment(works, by=other, on=DAY)


def test_the_city_counts_employers_of_skilled_staff_and_those_with_a_table(cast: Cast) -> None:
    within = Within(DAY, date(2026, 9, 2))
    assert queries.EMPLOYERS_OF_SKILLED.tally(within) == {"": 0}
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))
    treat_elsewhere = services.usual_treatment()
    other = cast.bodies["other"].pk
    services.publish_treatment(other, treat_elsewhere, by=cast.other_clerk, on=DAY)

    assert queries.EMPLOYERS_OF_SKILLED.tally(within, by="division") == {"370202": 1}
    assert queries.EMPLOYERS_TREATING.tally(within) == {"": 0}
    treat(cast, "高级工 助理级")
    assert queries.EMPLOYERS_TREATING.tally(within) == {"": 1}
    (behind,) = queries.EMPLOYERS_TREATING.behind(within, limit=5)
    assert (behind.title, behind.on) == ("甲公司", DAY)
    own = queries.own_treatment(cast.wang.person, cast.bodies["works"].pk, on=DAY)
    assert (own.grade, len(own.equals)) == (Grade.SENIOR, 5)
