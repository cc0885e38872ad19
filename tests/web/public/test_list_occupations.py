"""Anybody finds an occupation by any part of its name or code."""

from django.test import Client
from django.urls import reverse

from gongtu.policy.city import active_city
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.models import AddedOccupation
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import Occupation
from tests.web.costs import queries_of

ADDRESS = reverse("public:list_occupations")


def shown(**asked: str) -> str:
    return Client().get(ADDRESS, asked).content.decode()


def test_part_of_a_name_or_of_a_code_finds_it(db: None) -> None:
    skills.load_classification(active_city())

    assert "喷涂喷焊工" in shown(q="喷焊")
    assert "焊工" in shown(q="18-02-04")
    assert "1639个职业" in shown()
    assert "没有找到" in shown(q="星际领航员")


def test_marks_narrow_the_list(db: None) -> None:
    skills.load_classification(active_city())

    assert "97个职业" in shown(mark="digital")
    assert "134个职业" in shown(mark="green")


def test_added_occupations_say_that_their_code_is_not_confirmed(db: None) -> None:
    ladder.load_added(active_city().added_occupations_path)

    published, proposed = shown(q="网络主播"), shown(q="微电网管理员")

    assert "编码待核" in published
    assert "已公布" in published
    assert "仅征求意见，尚未公布" in proposed


def test_everything_added_is_listed_by_itself_and_found_by_its_code_once_it_has_one(
    db: None,
) -> None:
    skills.load_classification(active_city())
    count = ladder.load_added(active_city().added_occupations_path)
    AddedOccupation.objects.filter(name="网络主播").update(code="4-13-01-99")

    every, by_code = shown(mark="added"), shown(q="13-01-99")

    assert every.count('class="soft small"') == count
    assert "网络主播" in every
    assert "1639个职业" not in every
    assert "网络主播" in by_code
    assert "没有找到" in shown(mark="added", q="星际领航员")


def test_list_costs_the_same_at_any_length(db: None) -> None:
    Occupation.objects.create(code="1-01", name="一")
    few = queries_of(Client(), ADDRESS)
    skills.load_classification(active_city())

    assert queries_of(Client(), ADDRESS) == few


def test_pages_follow_one_another_and_keep_what_was_asked(db: None) -> None:
    skills.load_classification(active_city())

    page = shown(q="工", mark="green")
    later = shown(q="工", mark="green", after="6-18-02-04")

    assert "?q=%E5%B7%A5&amp;mark=green&amp;after=" in page
    assert "回到第一页" in later
