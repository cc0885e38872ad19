"""Who reads English meets English: Chinese stays only where names and the statute are shown."""

from datetime import date

import pytest

from gongtu.parties.models import Membership
from gongtu.policy import parameters
from gongtu.policy.parameters import all_parameters
from gongtu.registers.skills.choices import Grade
from tests.architecture.source import PACKAGE
from tests.cast import FITTER, Cast, raise_curtain
from tests.english import faults
from tests.factories.overlaps import works_twice
from tests.factories.skills import certificate

pytestmark = pytest.mark.django_db
PUBLIC = (
    "/take-up/",
    "/guides/",
    "/certificates/",
    "/notices/",
    "/about/",
    "/account/sign-in/",
    "/board/",
    "/parameters/",
    "/statute/corrections/",
    "/occupations/6-20-01-01/",
    "/guides/skill-upgrade-subsidy/",
)
OWN = {
    "wang": (
        "/worker/",
        "/worker/ladder/",
        "/worker/map/",
        "/offers/",
        "/cases/",
        "/account/",
        "/account/access-log/",
    ),
    "clerk": (
        "/enterprise/",
        "/enterprise/duties/",
        "/enterprise/lattice/",
        "/enterprise/plan/",
        "/enterprise/sessions/",
        "/offers/",
        "/offers/owed/",
        "/cases/",
        "/account/",
    ),
    "union": ("/union/", "/cases/", "/account/"),
    "liu": (
        "/desk/",
        "/desk/batches/",
        "/desk/near/",
        "/desk/corrections/",
        "/desk/recoveries/",
        "/cases/",
        "/account/",
    ),
}
WALKS = [(who, page) for who, own in OWN.items() for page in (*own, *PUBLIC)]


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Wang is on the ladder, and works twice; parameters that tests made up are left out."""
    kept = {one.key: one for one in all_parameters() if one.policy.path.is_relative_to(PACKAGE)}
    monkeypatch.setattr(parameters, "_all", kept)
    cast = raise_curtain()
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))
    works_twice(cast)
    return cast


@pytest.mark.parametrize(("who", "page"), WALKS)
def test_english_page_has_no_chinese_but_what_is_marked(cast, who, page):
    client = cast.client(getattr(cast, who))

    shown = client.get(page, headers={"accept-language": "en"})

    assert shown.status_code == 200
    assert faults(shown.text) == []
