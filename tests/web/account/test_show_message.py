"""Opening a message notes that it was read, and leads to what it is about."""

from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.parties import services as parties
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_account, get_capacity
from gongtu.records.outbox.models import Message
from gongtu.records.outbox.queries import count_unread, list_notices
from gongtu.records.outbox.services import send
from gongtu.registers.careers import services as careers
from tests.cast import DAY, Cast, oneself, raise_curtain
from tests.factories import careers as guides
from tests.factories import cases, sittings
from tests.factories.skills import certificate, filing
from tests.web.account.conftest import Enter

GUIDES = reverse("worker:show_career_guides")


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()


def newest(by: Capacity) -> Message:
    found = list_notices(by.account or 0).first()
    assert found is not None
    return found


def told(by: Capacity, about: str) -> Message:
    return send("app", by.account or 0, "消息", "内容。", key=f"{by.account}", about=about)


def opened(cast: Cast, by: Capacity, message: Message | None = None) -> Any:
    address = reverse("account:show_message", args=[(message or newest(by)).pk])
    return cast.client(by).get(address)


def test_a_case_is_led_to_and_the_message_is_read(cast: Cast) -> None:
    case = cases.filing_case(cast)

    answer = opened(cast, cast.liu)

    assert answer.url == reverse("cases:show_case", args=[case.number])
    assert count_unread(cast.liu.account or 0) == 0
    assert newest(cast.liu).read_at is not None


def test_somebody_elses_message_is_not_there(cast: Cast) -> None:
    cases.filing_case(cast)

    answer = opened(cast, cast.sun, newest(cast.liu))

    assert answer.status_code == 404
    assert "您没有这条消息" in answer.content.decode()
    assert newest(cast.liu).read_at is None


def test_what_needs_another_capacity_offers_to_switch(cast: Cast, enter: Enter) -> None:
    case = cases.filing_case(cast)
    client = enter(get_account(cast.liu.account or 0), "worker")
    page = client.get(reverse("account:show_message", args=[newest(cast.liu).pk]))

    form = {"capacity": cast.liu.key, "next": reverse("cases:show_case", args=[case.number])}
    assert all(f'value="{value}"' in page.content.decode() for value in form.values())

    there = client.post(reverse("account:switch_capacity"), form, follow=True)
    assert case.number in there.content.decode()


def test_a_helper_is_led_into_the_hands_of_whom_they_helped(cast: Cast, enter: Enter) -> None:
    parties.give_consent(
        cast.person(cast.wang), purpose="helper-files-for-me",
        scope=f"organisation:{cast.union.organisation}", evidence="本人书面同意",
        by=cast.wang, on=DAY,
    )  # fmt: skip
    account = get_account(cast.union.account or 0)
    helping = get_capacity(account, f"helper:{cast.wang.person}", DAY)
    case = cases.claim(cast, certificate(cast).number, by=helping)
    casework.withdraw(case.number, reason="材料有误。", by=helping, on=DAY)

    page = enter(account, cast.union.key).get(
        reverse("account:show_message", args=[newest(cast.union).pk])
    )

    assert f'value="{helping.key}"' in page.content.decode()


def test_an_examiner_and_a_candidate_are_led_to_their_own(cast: Cast) -> None:
    filing(cast)
    drawn = sittings.drawn(cast)
    examiner, about = oneself(drawn.examiner.person), f"case:{drawn.session.case_number}"

    examining = opened(cast, examiner, told(examiner, about))
    sitting = opened(cast, cast.wang, told(cast.wang, about))

    assert examining.url == reverse("worker:show_examining")
    assert sitting.url == reverse("worker:list_sessions")


def test_a_certificate_is_led_to_by_holder_and_issuer(cast: Cast) -> None:
    number = certificate(cast).number
    about = f"certificate:{number}"
    own = reverse("worker:show_certificate", args=[number])
    issued = reverse("enterprise:show_certificate", args=[number])

    assert opened(cast, cast.wang, told(cast.wang, about)).url == own
    assert opened(cast, cast.clerk, told(cast.clerk, about)).url == issued
    assert opened(cast, cast.stranger, told(cast.stranger, about)).status_code == 200


def test_a_career_guide_is_led_to_by_both_sides(cast: Cast) -> None:
    version = guides.guide(cast)
    assert opened(cast, cast.wang).url == GUIDES

    careers.agree(version.guide_id, version.version, by=cast.wang, on=DAY)

    theirs = reverse("enterprise:show_career_guide", args=[cast.wang.person])
    assert opened(cast, cast.clerk).url == theirs


def test_what_is_owed_leads_home(cast: Cast) -> None:
    mine, theirs = f"person:{cast.wang.person}", f"organisation:{cast.clerk.organisation}"

    assert opened(cast, cast.wang, told(cast.wang, mine)).url == reverse("worker:show_home")
    answer = opened(cast, cast.clerk, told(cast.clerk, theirs))
    assert answer.url == reverse("enterprise:show_home")
    assert opened(cast, cast.li, told(cast.li, "course:K1")).url == reverse("worker:list_courses")


def test_what_has_no_page_says_what_it_says(cast: Cast) -> None:
    page = opened(cast, cast.wang, told(cast.wang, "")).content.decode()

    assert "内容。" in page
    assert "没有另外的页面" in page
