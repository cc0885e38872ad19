"""Which wording a standard uses: one officer tells it, the city's other officer confirms it."""

from django.urls import reverse

from gongtu.registers.ladder.models import WordingProposal
from gongtu.registers.ladder.queries import wording_of
from tests.cast import DAY, FITTER, Cast
from tests.factories import standards

PLACE = reverse("desk:list_wordings")
TOLD = {
    "occupation": FITTER, "wording": "2023", "since": DAY.isoformat(), "standard": "装配钳工标准",
    "source": "人社厅发1号", "confidence": "high",
}  # fmt: skip


def test_wording_holds_once_another_officer_of_the_city_confirms_it(cast: Cast) -> None:
    liu, zheng = cast.client(cast.liu), cast.client(cast.zheng)
    occupation = reverse("public:show_occupation", args=[FITTER])
    entry = f"{PLACE}?occupation={FITTER}"
    assert entry in liu.get(occupation).content.decode()
    assert f'value="{FITTER}"' in liu.get(entry).content.decode()

    for _again in range(2):
        assert liu.post(PLACE, TOLD).status_code == 302
    made = WordingProposal.objects.get()
    settle = reverse("desk:settle_wording", args=[made.pk])

    assert wording_of(FITTER, on=DAY) is None
    for client in (liu, cast.client(cast.sun)):
        assert client.post(settle, {"settle": "confirm"}).status_code == 403
    assert zheng.post(settle, {"settle": "confirm"}).status_code == 302
    assert wording_of(FITTER, on=DAY).wording == "2023"
    assert "已确认" in liu.get(PLACE).content.decode()
    assert "已经处理" in zheng.post(settle, {"settle": "confirm"}).content.decode()


def test_wording_is_rejected_with_the_reason_or_taken_back(cast: Cast) -> None:
    for by in (cast.zheng, cast.sun):
        made = standards.worded(cast)
        settle = reverse("desk:settle_wording", args=[made.pk])
        client = cast.client(by)

        assert "请写明理由" in client.post(settle, {"settle": "drop"}).content.decode()
        assert client.post(settle, {"settle": "drop", "reason": "看错了。"}).status_code == 302
        made.refresh_from_db()
        assert (made.state, made.reason) == ("rejected", "看错了。")
    assert wording_of(FITTER, on=DAY) is None


def test_what_contradicts_the_record_is_told_beside_the_form(cast: Cast) -> None:
    client = cast.client(cast.liu)

    unknown = client.post(PLACE, {**TOLD, "occupation": "0-0"})
    assert unknown.status_code == 422
    assert "没有这一编码的职业" in unknown.content.decode()
    standards.worded(cast)
    assert "已有人提出" in client.post(PLACE, TOLD).content.decode()
    standards.ladder.confirm_wording(WordingProposal.objects.get().pk, by=cast.zheng, on=DAY)
    other = client.post(PLACE, {**TOLD, "wording": "2018"})
    assert "同一天已登记为另一版" in other.content.decode()
