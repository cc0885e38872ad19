"""A clerk publishes the table in one tap; the staff sees its row, the union what is found of it."""

from datetime import date

from django.urls import reverse

from gongtu.registers.skills.choices import Grade
from tests.cast import Cast
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS, MINE = reverse("enterprise:show_equal_treatment"), reverse("worker:show_equal_treatment")
ADOPT, UNIONS = reverse("enterprise:adopt_equal_treatment"), reverse("union:show_equal_treatment")


def test_default_is_published_in_one_tap_and_read_by_staff_and_union(cast: Cast) -> None:
    client, union = cast.client(cast.clerk), cast.client(cast.union)
    assert "还没有公布" in client.get(ADDRESS).content.decode()
    page = cast.client(cast.wang).get(MINE).content.decode()
    assert all(
        part in page for part in ("还没有公布", "给予同等待遇", "甲公司工会", "还没有计入的")
    )
    assert "可以建议企业公布" in union.get(UNIONS).content.decode()

    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))
    assert client.post(ADOPT).status_code == 302
    assert client.post(ADOPT).status_code == 302
    page = client.get(ADDRESS).content.decode()
    assert all(part in page for part in ("第1版", "不能判断", "还没有公布职业发展通道"))
    assert "第2版" not in page
    page = cast.client(cast.wang).get(MINE).content.decode()
    assert "您的等级：高级工" in page
    assert "比照助理级专业技术人员" in page
    assert "比照中级专业技术人员" not in page
    assert "不能判断" in union.get(UNIONS).content.decode()
    assert "不能判断" not in cast.client(cast.federation).get(UNIONS).content.decode()
    assert queries_of(client, ADDRESS) < 30
