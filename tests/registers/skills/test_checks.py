"""Which assessor was filed for what, as the checking of a credential asks it."""

from datetime import date
from typing import Any

import pytest

from gongtu.engines.credentials import verify
from gongtu.registers.skills.checks import filed_on

DAY = date(2026, 9, 1)


def says(**subject: Any) -> dict[str, Any]:
    return {"credentialSubject": subject}


def test_the_register_answers_whoever_checks_a_credential() -> None:
    assert verify._authorities[""] is filed_on
    members = {"", "archiveMark", "appointedAs", "treatedAs", "abilityNumber", "transcript"}
    assert verify._authorities.keys() == members


@pytest.mark.django_db
def test_an_assessor_that_is_not_filed_had_no_authority() -> None:
    found = filed_on(1, says(occupationCode="6-31-01-03", grade="senior"), DAY)

    assert (found.held, found.says) == (False, "发证单位2026-09-01没有这一职业和等级的评价备案")


@pytest.mark.parametrize(
    "subject",
    [{}, {"occupationCode": 6, "grade": "senior"}, {"occupationCode": "6-31-01-03", "grade": []}],
    ids=["nothing", "no code", "no grade"],
)
def test_of_what_names_no_occupation_or_grade_nothing_is_known(subject: dict[str, Any]) -> None:
    assert filed_on(1, says(**subject), DAY).held is None
