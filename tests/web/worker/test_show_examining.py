"""An examiner sees their sessions, and names relatives once."""

from django.urls import reverse

from gongtu.registers.sittings.models import Kinship
from tests.cast import Cast, id_number, oneself
from tests.factories.sittings import drawn
from tests.factories.skills import filing

ADDRESS = reverse("worker:show_examining")


def test_an_examiner_sees_the_session_and_declares_a_relative_once(cast: Cast) -> None:
    filing(cast)
    mine = cast.client(oneself(drawn(cast).examiner.person))

    shown = mine.get(ADDRESS).content.decode()
    for _again in range(2):
        told = mine.post(ADDRESS, {"relative": id_number(1)}, follow=True).content.decode()
    own = mine.post(ADDRESS, {"relative": id_number(300)})

    assert "一号车间" in shown
    assert "王师傅" in told
    assert Kinship.objects.count() == 1
    assert "不能把自己申报为亲属" in own.content.decode()


def test_who_is_no_examiner_is_told_so_and_learns_nothing_by_asking(cast: Cast) -> None:
    wang = cast.client(cast.wang)

    assert "您不是在册的考评人员" in wang.get(ADDRESS).content.decode()
    assert {wang.post(ADDRESS, {"relative": id_number(n)}).status_code for n in (2, 99)} == {403}
