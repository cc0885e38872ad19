"""Proposing a standard: by the deciding role, with a document, row by row."""

from django.urls import reverse

from gongtu.registers.instruments.models import ParameterDecision
from tests.cast import Cast

ADDRESS = reverse("desk:propose_decision", args=["c2_skills/skill_upgrade_subsidy:amount"])


def test_every_row_of_a_table_is_asked(cast: Cast) -> None:
    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert all(name in shown for name in ("value_junior", "value_intermediate", "value_senior"))


def test_missing_document_and_row_are_told(cast: Cast) -> None:
    answer = cast.client(cast.liu).post(ADDRESS, {"value_junior": "1000"})

    assert answer.status_code == 422
    assert "依据文件名称" in answer.content.decode()
    assert not ParameterDecision.objects.exists()


def test_other_role_does_not_propose(cast: Cast) -> None:
    answer = cast.client(cast.federation).get(ADDRESS)

    assert answer.status_code == 403
    assert "由人力资源社会保障部门决定" in answer.content.decode()
