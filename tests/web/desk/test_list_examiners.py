"""The desk files examiners and ends them; nobody else does."""

from django.urls import reverse

from gongtu.registers.sittings.models import Examiner
from tests.cast import FITTER, Cast, id_number, somebody

ADDRESS = reverse("desk:list_examiners")


def test_an_examiner_is_filed_and_ended_on_one_page(cast: Cast) -> None:
    liu = cast.client(cast.liu)
    somebody("考评员赵", 320, cast.district)
    told = {
        "person": id_number(320),
        "scopes": f"{FITTER} 初级工 高级工",
        "instrument": "考评员证1号",
    }
    assert "还没有备案的考评人员" in liu.get(ADDRESS).content.decode()

    shown = liu.post(ADDRESS, told, follow=True).content.decode()
    assert "考评员赵" in shown
    assert "装配钳工 初级工 – 高级工" in shown
    end = reverse("desk:end_examiner", args=[Examiner.objects.get().pk])
    ended = liu.post(end, {"reason": "退休"}, follow=True).content.decode()

    assert "已终止" in ended
    assert "退休" in ended


def test_what_is_wrong_is_said_where_it_is(cast: Cast) -> None:
    told = {"person": id_number(321), "scopes": "装配钳工 高级工", "instrument": "证"}
    answer = cast.client(cast.liu).post(ADDRESS, told)
    himself = {"person": id_number(5), "scopes": f"{FITTER} 初级工 高级工", "instrument": "证"}
    own = cast.client(cast.liu).post(ADDRESS, himself)

    assert answer.status_code == own.status_code == 422
    assert "没有这一号码的登记" in answer.content.decode()
    assert "应写明职业代码、最低等级、最高等级" in answer.content.decode()
    assert "不能为自己备案" in own.content.decode()
