"""Two jobs at once: one click has human resources look into them, a second opens nothing."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.services import make_move
from gongtu.parties.models import Membership
from gongtu.records.journal.queries import list_chain
from gongtu.registers.ladder.queries import Overlap, doubts_of
from tests.cast import DAY, Cast
from tests.factories.overlaps import works_twice


def click(cast: Cast, overlap: Overlap) -> str:
    """Where the click leads."""
    address = reverse("worker:ask_overlap", args=[overlap.key])
    return str(cast.client(cast.wang).post(address)["Location"])


def asked(cast: Cast) -> tuple[Overlap, Case]:
    overlap = works_twice(cast)
    click(cast, overlap)
    return overlap, Case.objects.get(procedure="employment-correction")


def page(cast: Cast) -> str:
    return str(cast.client(cast.wang).get(reverse("worker:show_map")).content.decode())


def test_one_click_opens_the_case_with_human_resources(cast: Cast) -> None:
    overlap = works_twice(cast)

    led_to = click(cast, overlap)

    case = Case.objects.get(procedure="employment-correction")
    assert led_to == reverse("cases:show_case", args=[case.number])
    assert case.holder_organisation == cast.bodies["hrss"]
    shown = cast.client(cast.wang).get(led_to).content.decode()
    assert overlap.title in shown


def test_second_click_leads_to_the_same_case(cast: Cast) -> None:
    overlap, case = asked(cast)

    assert click(cast, overlap) == reverse("cases:show_case", args=[case.number])
    assert Case.objects.filter(procedure="employment-correction").count() == 1
    assert f"已请人社部门核对：{case.number}" in page(cast)


def test_withdrawn_question_may_be_put_again(cast: Cast) -> None:
    overlap, case = asked(cast)
    casework.withdraw(case.number, by=cast.wang, on=DAY)
    assert "请人社部门核对</button>" in page(cast)

    click(cast, overlap)

    assert Case.objects.filter(procedure="employment-correction").count() == 2


def test_neither_employer_sees_the_case(cast: Cast) -> None:
    _, case = asked(cast)
    address = reverse("cases:show_case", args=[case.number])

    for clerk in (cast.clerk, cast.other_clerk):
        assert cast.client(clerk).get(address).status_code in (403, 404)


def test_correction_ends_the_question_and_stands_in_the_file(cast: Cast) -> None:
    overlap, case = asked(cast)
    right = {"earlier_until": date(2026, 5, 4), "proof": "解除证明"}

    make_move(case.number, "correct", answers=right, by=cast.liu, on=DAY)

    assert Membership.objects.get(pk=overlap.earlier.pk).until == date(2026, 5, 4)
    assert doubts_of(cast.wang.person, on=DAY) == []
    (entry,) = [
        one
        for one in list_chain(f"person:{cast.wang.person}")
        if one.kind == "employment-corrected"
    ]
    assert entry.subject_organisation == overlap.earlier.organisation_id


def test_record_found_right_stays_a_question_with_its_answer(cast: Cast) -> None:
    overlap, case = asked(cast)

    make_move(case.number, "keep", reason="两份合同都属实。", by=cast.liu, on=DAY)
    click(cast, overlap)

    assert Case.objects.filter(procedure="employment-correction").count() == 1
    assert case.number in page(cast)
    assert "重叠的工作时间只计一次。" in page(cast)


def test_jobs_of_somebody_else_are_refused_in_words(cast: Cast) -> None:
    overlap = works_twice(cast)

    address = reverse("worker:ask_overlap", args=[overlap.key])
    answer = cast.client(cast.li).post(address)

    assert answer.status_code == 422
    assert "没有这两份时间重叠的工作" in answer.content.decode()
    assert not Case.objects.filter(procedure="employment-correction").exists()


def test_whoever_looks_into_them_reads_how_both_jobs_stand_on_record(cast: Cast) -> None:
    overlap, case = asked(cast)
    officer = cast.client(cast.liu)

    for address in (
        reverse("cases:show_case", args=[case.number]),
        reverse("cases:make_move", args=[case.number, "correct"]),
    ):
        shown = officer.get(address).content.decode()
        assert "登记的两份工作" in shown
        assert shown.count("仍在工作") == 2
        assert "2026年5月4日起" in shown

    told = {"earlier_until": "2026-05-04", "proof": "解除证明。"}
    make_move(case.number, "correct", answers=told, by=cast.liu, on=DAY)

    shown = officer.get(reverse("cases:show_case", args=[case.number])).content.decode()
    assert "2026年5月4日起不再工作" in shown
    assert overlap.later.organisation.name in shown
