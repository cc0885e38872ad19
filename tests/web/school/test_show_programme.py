"""A school writes a rule, is told what is wrong with one, and ends one."""

from django.urls import reverse

from gongtu.registers.credits.models import Rule
from tests.cast import DAY, FITTER, Cast
from tests.scenarios.credit_bank import opened

RULE = {
    "kind": "certificate", "occupation": FITTER, "grade": "senior", "course": "机械基础",
    "credits": "6", "since": DAY.isoformat(), "instrument": "学分认定办法",
}  # fmt: skip


def test_a_rule_is_written_and_ended(cast: Cast) -> None:
    school = cast.client(cast.school)
    programme = opened(cast.school, {"needed": 20, "ceiling": 12})
    page = reverse("school:show_programme", args=[programme.pk])
    assert school.post(page, RULE).status_code == 302

    refused = school.post(page, RULE)
    assert refused.status_code == 422
    assert "相同条件" in refused.content.decode()
    wrong = school.post(page, {**RULE, "kind": "training"})
    assert "培训转化应写明学时" in wrong.content.decode()
    school.post(reverse("school:end_rule", args=[Rule.objects.get().pk]))
    assert "今天最后一天" in school.get(page).content.decode()
