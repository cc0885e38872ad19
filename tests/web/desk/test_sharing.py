"""Who takes a case on: taken, released, assigned, handed over, kept out of."""

from typing import Any

from django.urls import reverse

from gongtu.engines.casework.models import Case
from tests.cast import Cast
from tests.factories.cases import filing_case


def press(cast: Cast, by: Any, page: str, case: Case, **told: Any) -> Any:
    address = reverse(f"desk:{page}", args=[case.number])
    return cast.client(by).post(address, told, follow=True)


def test_case_is_taken_and_released(cast: Cast) -> None:
    case = filing_case(cast)

    taken = press(cast, cast.liu, "take_case", case).content.decode()
    released = press(cast, cast.liu, "release_case", case).content.decode()

    assert "承办人：刘科长" in taken
    assert "尚无承办人" in released


def test_colleague_is_assigned(cast: Cast) -> None:
    case = filing_case(cast)

    shown = press(cast, cast.liu, "assign_case", case, person=cast.sun.person).content.decode()

    assert "承办人：孙科长" in shown


def test_stranger_is_not_assigned(cast: Cast) -> None:
    case = filing_case(cast)

    answer = press(cast, cast.liu, "assign_case", case, person=cast.stranger.person)

    assert answer.status_code == 403
    assert press(cast, cast.liu, "assign_case", case, person="x").status_code == 404


def test_case_is_handed_to_the_city(cast: Cast) -> None:
    case = filing_case(cast)
    to = cast.bodies["city-hrss"].pk

    press(cast, cast.liu, "hand_over", case, organisation=to, reason="由市级办理。", turn=case.turn)

    case.refresh_from_db()
    assert case.holder_organisation_id == to


def test_reason_is_needed_to_hand_over(cast: Cast) -> None:
    case = filing_case(cast)

    answer = press(cast, cast.liu, "hand_over", case, organisation=cast.bodies["city-hrss"].pk)

    assert answer.status_code == 422


def test_limit_without_extension_is_not_extended(cast: Cast) -> None:
    answer = press(cast, cast.liu, "extend", filing_case(cast), count=3, reason="情况复杂。")

    assert answer.status_code == 422
    assert "不能延长" in answer.content.decode()


def test_officer_keeps_out(cast: Cast) -> None:
    case = filing_case(cast)

    shown = press(cast, cast.liu, "declare_conflict", case, reason="亲属在该单位任职。")

    assert "声明回避" in shown.content.decode()
    assert press(cast, cast.liu, "take_case", case).status_code == 403


def test_enterprise_has_no_desk(cast: Cast) -> None:
    assert press(cast, cast.clerk, "take_case", filing_case(cast)).status_code == 403
