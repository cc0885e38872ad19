"""The table is entered line by line; a line at fault comes back named, with what was entered."""

from django.urls import reverse

from tests.cast import Cast

ADDRESS = reverse("enterprise:show_equal_treatment")
REVISE = reverse("enterprise:revise_equal_treatment")


def test_a_higher_grade_below_a_lower_one_is_refused_naming_the_row(cast: Cast) -> None:
    client = cast.client(cast.clerk)

    answer = client.post(REVISE, {"rows": "高级工 中级\n技师 助理级 评优评奖"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "第2行：技师高于高级工，评优评奖却比照得更低" in page
    assert "技师 助理级 评优评奖" in page
    assert client.post(REVISE, {"rows": "高级工 助理级\n技师 中级 评优评奖"}).status_code == 302
    first = client.get(f"{ADDRESS}?version=1").content.decode()
    assert "比照中级专业技术人员" in first
