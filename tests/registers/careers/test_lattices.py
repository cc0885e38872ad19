"""Three tracks of posts: what is read, what leads nowhere or round, and where somebody stands."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gongtu.parties.access import NotEntitled
from gongtu.registers.careers import queries, services
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.rows import (
    Crossing,
    Lattice,
    Post,
    read_lattice,
    write_crossings,
    write_posts,
)
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.services import Granted, record_title
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.skills import certificate

POSTS = """技能 操作工
技能 高级操作工 高级工 独立操作一年
技术 助理工程师 助理级
技术 工程师 中级
管理 班组长"""
JOINED = "高级操作工 助理工程师 双向 取得助理级职称"


def wrong(posts: str, crossings: str = "") -> str:
    with pytest.raises(RowsWrong) as refused:
        read_lattice(posts, crossings)
    return "".join(refused.value.reasons)


def test_what_is_entered_is_understood() -> None:
    lattice = read_lattice(POSTS, JOINED)

    skilled = lattice.post("高级操作工")
    assert skilled == Post(Track.SKILL, "高级操作工", Grade.SENIOR, asks="独立操作一年")
    assert lattice.above(lattice.post("操作工")) == skilled
    assert lattice.above(skilled) is None
    assert lattice.levels() == {
        "操作工": 0, "高级操作工": 1, "助理工程师": 1, "工程师": 2, "班组长": 0,
    }  # fmt: skip
    assert [there.name for there, _ in lattice.across(skilled)] == ["助理工程师"]
    assert [there.name for there, _ in lattice.across(lattice.post("助理工程师"))] == ["高级操作工"]


@pytest.mark.parametrize(
    ("posts", "crossings", "says"),
    [
        ("车间 操作工", "", "第1行：应先写序列（技能、技术、管理）和岗位名称"),
        (f"{POSTS}\n技能 班组长", "", "岗位“班组长”写了不止一行"),
        (POSTS, f"{JOINED}\n班组长 厂长 单向", "第2行：上面没有“厂长”这个岗位"),
        (POSTS, "操作工 高级操作工 单向", "第1行：“操作工”和“高级操作工”在同一序列"),
        (POSTS, "操作工 工程师", "第1行：应写明从哪个岗位"),
        (f"技能 {'长' * 31}", "", "超过30个字"),
    ],
)
def test_what_leads_nowhere_is_refused_naming_the_row(
    posts: str, crossings: str, says: str
) -> None:
    assert says in wrong(posts, crossings)


def test_a_circle_is_refused_naming_the_crossings_and_the_posts() -> None:
    up, down = "操作工 助理工程师 单向", "工程师 操作工 单向"

    assert read_lattice(POSTS, f"{up}\n班组长 工程师 单向")
    says = wrong(POSTS, f"{up}\n班组长 工程师 单向\n{down}")
    assert "第1、3条贯通" in says
    assert "操作工、助理工程师、工程师" in says
    assert "班组长" not in says


def test_joined_both_ways_at_two_heights_of_a_track_is_a_circle() -> None:
    assert "连成一圈" in wrong(POSTS, "操作工 助理工程师 双向\n高级操作工 助理工程师 双向")


@given(st.data())
def test_crossings_up_by_one_measure_never_make_a_circle_and_are_read_back(
    data: st.DataObject,
) -> None:
    """Whoever only crosses to a higher place of another track comes round nowhere."""
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=3, max_size=3))
    posts = [
        Post(t, f"{t.label}{n}") for t, size in zip(Track, sizes, strict=True) for n in range(size)
    ]
    pairs = [
        (one, other)
        for one in posts for other in posts
        if one.track is not other.track and int(one.name[-1]) < int(other.name[-1])
    ]  # fmt: skip
    drawn = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
    crossings = [Crossing(one.name, other.name, both_ways=False) for one, other in drawn]
    lattice = Lattice(tuple(posts), tuple(crossings))

    for language in ("zh-hans", "en"):
        with override(language):
            assert read_lattice(write_posts(lattice), write_crossings(lattice)) == lattice
    levels = lattice.levels()
    assert all(levels[one.source] < levels[one.target] for one in crossings)


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()


def standing(cast: Cast) -> queries.Standing:
    works = cast.bodies["works"].pk
    latest = queries.LATTICES.latest(works)
    assert latest is not None
    found = queries.standing_in(cast.wang.person, works, queries.lattice_of(latest), on=DAY)
    assert found is not None
    return found


def test_in_english_closed_words_are_their_keys_and_a_title_says_that_it_is_one() -> None:
    lattice = read_lattice("技术 工程师 中级 带徒\n技能 班长 高级工", "班长 工程师 双向")

    with override("en"):
        assert write_posts(lattice) == (
            "technical 工程师 intermediate-title 带徒\nskill 班长 senior"
        )
        assert write_crossings(lattice) == "班长 工程师 both-ways"


def test_default_is_sound_and_the_same_again_is_no_version(cast: Cast) -> None:
    works = cast.bodies["works"].pk
    usual = services.usual_lattice()

    for language in ("zh-hans", "en"):
        with override(language):
            assert read_lattice(write_posts(usual), write_crossings(usual)) == usual
    made = services.adopt_usual_lattice(works, by=cast.clerk, on=DAY)
    assert queries.lattice_of(made) == usual
    assert services.adopt_usual_lattice(works, by=cast.clerk, on=DAY) == made
    other = read_lattice(POSTS, JOINED)
    assert services.publish_lattice(works, other, by=cast.clerk, on=DAY).version == 2
    with pytest.raises(NotEntitled):
        services.publish_lattice(works, usual, by=cast.other_clerk, on=DAY)


def test_one_stands_by_the_grade_and_sees_up_and_across(cast: Cast) -> None:
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))
    services.adopt_usual_lattice(cast.bodies["works"].pk, by=cast.clerk, on=DAY)

    found = standing(cast)

    assert (found.post.name, found.told) == ("高级工岗", False)
    onward = {one.post.name: one.meets for one in found.onward}
    assert onward == {"技师岗": False, "助理级技术岗": False}
    granted = Granted("Z1", TitleLevel.ASSISTANT, "工程", "评委会")
    record_title(cast.wang.person, granted, by=cast.liu, on=DAY)
    assert {one.post.name: one.meets for one in standing(cast).onward}["助理级技术岗"]


def test_a_post_of_the_roster_goes_before_the_grade(cast: Cast) -> None:
    """王师傅's post on the roster is 钳工."""
    lattice = read_lattice(f"{POSTS}\n管理 钳工", "")
    services.publish_lattice(cast.bodies["works"].pk, lattice, by=cast.clerk, on=DAY)

    found = standing(cast)

    assert (found.post.name, found.told, found.onward) == ("钳工", True, ())
