"""A standard on its page: text, weights, comments with answers, editions, sessions."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.registers.skills.models import AssessmentSession
from tests.cast import DAY, Cast
from tests.factories import cases, sessions, skills, standards

LATER = DAY + timedelta(days=60)


def page_of(version: int, client: Client | None = None) -> str:
    answer = (client or Client()).get(reverse("public:show_standard", args=[version]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_comment_is_made_once_answered_and_stands_beside_the_text(cast: Cast) -> None:
    draft = standards.opened(cast)
    wang, clerk = cast.client(cast.wang), cast.client(cast.clerk)
    address = reverse("public:show_standard", args=[draft.pk])
    said = {"section": "装配", "text": "零件检查太难。"}

    assert "登录后提出意见" in page_of(draft.pk)
    assert wang.post(address, {"section": "装配", "text": ""}).status_code == 422
    for _again in range(2):
        assert wang.post(address, said).status_code == 302
    made = draft.comments.get()
    page = page_of(draft.pk, clerk)
    assert "零件检查太难。" in page
    assert "王师傅" not in page
    answer = reverse("public:answer_comment", args=[draft.pk, made.pk])
    assert answer in page
    assert answer not in page_of(draft.pk, wang)
    assert clerk.post(answer, {"outcome": "perhaps"}).status_code == 422
    assert "请说明理由" in clerk.post(answer, {"outcome": "declined"}).content.decode()
    clerk.post(answer, {"outcome": "declined", "reason": "国家标准如此。"})
    assert "国家标准如此。" in page_of(draft.pk)


def test_round_that_is_over_takes_no_comment(cast: Cast, settings: Settings) -> None:
    draft = standards.opened(cast)
    settings.GONGTU_TODAY = standards.UNTIL + timedelta(days=1)

    answer = cast.client(cast.wang).post(
        reverse("public:show_standard", args=[draft.pk]), {"text": "晚了。"}
    )

    assert answer.status_code == 422
    assert "不在征求意见期内" in answer.content.decode()


def test_draft_that_is_not_open_is_not_there(cast: Cast) -> None:
    draft = standards.proposed(cast)

    assert Client().get(reverse("public:show_standard", args=[draft.pk])).status_code == 404


def test_edition_says_its_place_its_weights_and_its_sessions(
    cast: Cast, settings: Settings
) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    first = standards.adopted(cast, since=LATER, wording="2023")
    second = standards.adopted(
        cast, since=LATER + timedelta(days=30), number="2号", text="# 装配\n技能：零件检查"
    )
    case = sessions.planned(cast, LATER)
    session = AssessmentSession.objects.get(case_number=case.number)
    held = skills.certificate(cast)
    held.session = session
    held.save()
    settings.GONGTU_TODAY = LATER

    page = page_of(first.pk, cast.client(cast.clerk))

    assert "现行" in page
    assert "60%" in page
    assert "1场评价按这一版" in page
    assert reverse("enterprise:show_session", args=[case.number]) in page
    assert "甲公司 · 高级工" in page
    assert "甲公司 · 高级工" not in page_of(first.pk)
    assert "已发布，尚未施行" in page_of(second.pk)
    for client, name in (
        (cast.client(cast.clerk), "enterprise:show_session"),
        (cast.client(cast.liu), "desk:show_session"),
    ):
        assert (
            "装配钳工评价规范 1号" in client.get(reverse(name, args=[case.number])).content.decode()
        )
    mine = reverse("worker:show_certificate", args=[held.number])
    assert "装配钳工评价规范 1号" in cast.client(cast.wang).get(mine).content.decode()
    settings.GONGTU_TODAY = LATER + timedelta(days=30)
    assert "已被新版代替" in page_of(first.pk)
    occupation = reverse("public:show_occupation", args=[first.occupation_id])
    assert "第2版" in Client().get(occupation).content.decode()


def test_file_of_a_draft_is_for_everybody_once_it_is_open(cast: Cast) -> None:
    told = {
        "kind": "standard", "occupation": "6-20-01-01", "title": "装配钳工职业标准",
        "lowest": "junior", "highest": "senior", "text": standards.TEXT,
    }  # fmt: skip
    handed = casework.Handed("text", "标准.pdf", ContentFile(cases.PDF).read())
    case = casework.open_case(
        "occupational-standard", answers=told, by=cast.clerk, on=DAY, files=[handed]
    )
    draft = standards.StandardVersion.objects.get(case_number=case.number)
    file = reverse("public:download_standard", args=[draft.pk])

    assert Client().get(file).status_code == 404
    standards.move(draft, "accept", cast.zheng, until=standards.UNTIL.isoformat())
    assert file in page_of(draft.pk)
    assert b"".join(Client().get(file).streaming_content) == cases.PDF
    shown = cast.client(cast.clerk).get(reverse("cases:show_case", args=[case.number]))
    assert reverse("public:show_standard", args=[draft.pk]) in shown.content.decode()
