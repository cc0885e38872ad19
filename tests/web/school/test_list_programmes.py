"""A school publishes a programme, and reads what is wrong with one."""

from django.urls import reverse

from gongtu.registers.credits.models import Programme
from tests.cast import Cast

ADDRESS = reverse("school:list_programmes")
PROGRAMME = {
    "name": "机械制造", "level": "college", "school_kind": "vocational", "needed": "20",
    "ceiling": "12.5", "instrument": "学分认定办法",
}  # fmt: skip


def test_a_programme_is_published_once(cast: Cast) -> None:
    school = cast.client(cast.school)
    assert "还没有公布专业" in school.get(ADDRESS).content.decode()
    wrong = school.post(ADDRESS, {**PROGRAMME, "ceiling": "21"})
    assert "不能多于毕业所需学分" in wrong.content.decode()

    assert school.post(ADDRESS, PROGRAMME).status_code == 302

    assert "最多转化 12.5 学分" in school.get(ADDRESS).content.decode()
    assert "本校已有" in school.post(ADDRESS, PROGRAMME).content.decode()
    assert Programme.objects.count() == 1
