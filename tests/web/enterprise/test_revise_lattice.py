"""Posts and crossings are entered line by line; a line at fault comes back named."""

from django.urls import reverse

from tests.cast import Cast

ADDRESS, REVISE = reverse("enterprise:show_lattice"), reverse("enterprise:revise_lattice")


def test_revision_names_the_row_at_fault_and_keeps_what_was_entered(cast: Cast) -> None:
    told = {"posts": "技能 操作工\n管理 班组长", "crossings": "操作工 厂长 单向"}
    client = cast.client(cast.clerk)

    answer = client.post(REVISE, told)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "第1行：上面没有“厂长”这个岗位" in page
    assert "管理 班组长" in page
    assert client.post(REVISE, {**told, "crossings": ""}).status_code == 302
    assert "班组长" in client.get(ADDRESS).content.decode()
