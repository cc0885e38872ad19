"""Every answer once more before it is handed in; a second click does nothing twice."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Attachment, Case
from tests.cast import DAY, Cast
from tests.factories import social
from tests.factories.cases import FILING, PDF

ADDRESS = reverse("cases:check_answers", args=["assessor-filing"])


def drafted(cast: Cast, **told: object) -> None:
    casework.save_draft("assessor-filing", {**FILING, **told}, by=cast.clerk, on=DAY)


def files() -> dict[str, SimpleUploadedFile]:
    return {
        "file_plan": SimpleUploadedFile("plan.pdf", PDF),
        "file_assessors": SimpleUploadedFile("list.pdf", PDF),
    }


def test_answers_are_read_back_with_how_the_conditions_look(cast: Cast) -> None:
    drafted(cast, own_business=False)

    shown = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert "装配钳工" in shown
    assert "技师" in shown
    assert "不符合" in shown


def test_nothing_to_check_leads_to_the_form(cast: Cast) -> None:
    answer = cast.client(cast.clerk).get(ADDRESS)

    assert answer.url == reverse("cases:start_case", args=["assessor-filing"])


def test_second_click_opens_no_second_case(cast: Cast) -> None:
    drafted(cast)
    client = cast.client(cast.clerk)

    first = client.post(ADDRESS, {"once": "k", **files()})
    second = client.post(ADDRESS, {"once": "k", **files()})

    assert first.url == second.url
    assert Case.objects.count() == 1
    assert Attachment.objects.count() == 2


def test_missing_material_is_told_and_the_draft_stays(cast: Cast) -> None:
    drafted(cast)
    client = cast.client(cast.clerk)

    answer = client.post(ADDRESS, {"once": "k"})

    assert answer.status_code == 422
    assert "请提交评价工作方案" in answer.content.decode()
    assert client.get(ADDRESS).status_code == 200


def test_an_enterprise_leaves_out_nothing_that_a_social_body_may(cast: Cast) -> None:
    drafted(cast, own_business="")
    clerk = social.founded(cast)
    told = {
        key: value for key, value in FILING.items() if key not in ("own_business", "fund_drawn")
    }
    casework.save_draft("assessor-filing", told, by=clerk, on=DAY)

    refused = cast.client(cast.clerk).post(ADDRESS, {"once": "k", **files()})
    opened = cast.client(clerk).post(ADDRESS, {"once": "s", **files()})

    assert refused.status_code == 422
    assert "“该职业与本单位主营业务相关”尚未填写" in refused.content.decode()
    assert opened.status_code == 302
    assert Case.objects.get().opener_organisation == cast.bodies["social"]


def test_file_of_the_wrong_kind_is_refused_before_it_is_stored(cast: Cast) -> None:
    drafted(cast)
    wrong = {**files(), "file_plan": SimpleUploadedFile("plan.pdf", b"MZ\x90\x00 a program")}

    answer = cast.client(cast.clerk).post(ADDRESS, {"once": "k", **wrong})

    assert answer.status_code == 422
    assert "请换一个文件" in answer.content.decode()
    assert not Case.objects.exists()


def test_wrong_role_cannot_hand_in(cast: Cast) -> None:
    assert cast.client(cast.wang).post(ADDRESS, {"once": "k"}).status_code == 403


def test_kinds_of_files_are_named_in_english_too(cast: Cast) -> None:
    drafted(cast)

    shown = cast.client(cast.clerk).get(ADDRESS, headers={"accept-language": "en"}).content.decode()

    assert "PDF, pictures, up to 20" in shown
