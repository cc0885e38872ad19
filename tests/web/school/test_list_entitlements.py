"""What a school is owed for each trainee: unasked, with every reason, taken by one tap."""

from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.registers.offers.models import Decline
from tests.cast import Cast
from tests.factories.training import trainee

KEY = "gold-collar-training-school"
ADDRESS = reverse("school:list_entitlements")
CLAIM = reverse("school:claim", args=[KEY])
DECLINE = reverse("school:decline", args=[KEY])


def shown(cast: Cast) -> str:
    return cast.client(cast.school).get(ADDRESS).content.decode()


def test_it_sees_the_amount_and_the_reasons_for_each_trainee(cast: Cast) -> None:
    trainee(cast)

    page = shown(cast)

    assert "金蓝领培训补贴（院校）" in page
    assert "¥3,000.00" in page
    assert "应当享受" in page
    assert "培训职业（工种）在目录以内" in page


def test_a_course_whose_catalogue_was_not_looked_up_says_which_record_is_missing(
    cast: Cast,
) -> None:
    trainee(cast, in_catalogue=None)

    page = shown(cast)

    assert "缺少“职业（工种）列入培训目录”的登记" in page
    assert "一键申领" not in page


def test_a_school_without_trainees_is_told_so(cast: Cast) -> None:
    assert "没有涉及本院校的" in shown(cast)


def test_it_is_claimed_by_one_tap_and_once(cast: Cast) -> None:
    number = trainee(cast)
    client = cast.client(cast.school)

    answer = client.post(CLAIM, {"subject": number})
    again = client.post(CLAIM, {"subject": number})

    case = Case.objects.get()
    assert answer["Location"] == again["Location"] == reverse("cases:show_case", args=[case.number])
    assert (case.procedure, case.opener_organisation_id) == (KEY, cast.bodies["school"].pk)
    page = shown(cast)
    assert "一键申领" not in page
    assert answer["Location"] in page


def test_an_enterprise_is_not_owed_it_nor_claims_it(cast: Cast) -> None:
    number = trainee(cast)
    clerk = cast.client(cast.clerk)
    own = reverse("enterprise:claim", args=["gold-collar-training"])

    assert clerk.post(CLAIM, {"subject": number}).status_code == 403
    assert clerk.post(own, {"subject": number}).status_code == 404
    assert "金蓝领" not in clerk.get(reverse("enterprise:list_entitlements")).content.decode()
    assert not Case.objects.exists()


def test_a_school_does_not_claim_as_an_enterprise(cast: Cast) -> None:
    own = reverse("school:claim", args=["gold-collar-training"])

    assert cast.client(cast.school).post(own, {"subject": trainee(cast)}).status_code == 403


def test_what_is_declined_is_listed_apart_until_that_is_revoked(cast: Cast) -> None:
    trainee(cast)
    client = cast.client(cast.school)

    client.post(DECLINE)

    page = client.get(ADDRESS)
    assert page.context["entitlements"] == []
    (no,) = page.context["declines"]
    assert cast.client(cast.clerk).post(no["revoke"]).status_code == 404

    client.post(no["revoke"])

    assert "一键申领" in shown(cast)


def test_nobody_declines_for_a_school_but_its_own_officers(cast: Cast) -> None:
    for somebody in (cast.clerk, cast.wang, cast.liu):
        assert cast.client(somebody).post(DECLINE).status_code == 403
    assert not Decline.objects.exists()
