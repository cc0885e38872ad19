"""Journey two, without JavaScript: letters that nobody can ignore unseen (Art. 40)."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework.models import Case, Letter
from tests.cast import Cast
from tests.factories.cases import PDF
from tests.journeys.test_journey_one import move, opened


def test_reminder_opinion_refusal_proposal_and_the_departments_answer(
    cast: Cast, settings: Settings
) -> None:
    union, clerk = cast.client(cast.union), cast.client(cast.clerk)
    federation, education = cast.client(cast.federation), cast.client(cast.education)

    # The union finds a breach and reminds the enterprise.
    case = opened(
        union,
        "union-supervision",
        {
            "enterprise": "甲公司", "breach": "wages", "found_on": "2026-08-20",
            "found": "八月工资未按时发放，涉及十二人。",
        },
    )  # fmt: skip
    move(union, case.number, "remind", request="请在发薪日前补发。")
    assert "未读文书" in clerk.get(reverse("enterprise:show_home")).content.decode()
    reminder = Letter.objects.get(case=case)
    opened_letter = clerk.get(reverse("cases:show_letter", args=[case.number, reminder.pk]))
    assert "请在发薪日前补发" in opened_letter.content.decode()
    assert "等待答复" in union.get(reverse("union:show_home")).content.decode()

    # The enterprise reports a correction with proof; the union is not convinced.
    settings.GONGTU_TODAY = date(2026, 9, 10)
    move(
        clerk,
        case.number,
        "correct",
        corrected="已补发十人。",
        corrected_on="2026-09-09",
        upload=SimpleUploadedFile("proof.pdf", PDF),
    )
    shown = union.get(reverse("cases:show_case", args=[case.number])).content.decode()
    assert "proof.pdf" in shown
    assert "对方已有回应" in union.get(reverse("union:show_home")).content.decode()
    move(
        union, case.number, "advise",
        verified="true", provisions="劳动法第五十条", demand="补发其余两人。",
    )  # fmt: skip

    # It is silent; a person finds that it refuses to correct.
    settings.GONGTU_TODAY = date(2026, 10, 20)
    move(union, case.number, "find_refusal", reason="逾期未答复，也未整改。", confirmed="on")

    # The federation writes to the department, which files a case and reports back.
    move(federation, case.number, "propose", department="市南区教育局", proposal="请依法处理。")
    assert "工作台" in education.get(reverse("desk:list_queue")).content.decode()
    move(education, case.number, "file_case")
    move(education, case.number, "report_back", outcome="已责令补发并到位。")

    case = Case.objects.get(pk=case.pk)
    assert case.stage == "fed_back"
    end = federation.get(reverse("cases:show_case", args=[case.number])).content.decode()
    assert "处理结果反馈函" in end
    assert "已责令补发并到位" in end
