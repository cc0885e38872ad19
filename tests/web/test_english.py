"""Who reads English meets English: Chinese stays only where names and the statute are shown."""

import re
from datetime import date

import pytest
from lxml import html

from gongtu.parties.models import Membership
from gongtu.policy import parameters
from gongtu.policy.parameters import all_parameters
from gongtu.registers.skills.choices import Grade
from tests.architecture.source import PACKAGE
from tests.cast import FITTER, Cast, raise_curtain
from tests.factories.overlaps import works_twice
from tests.factories.skills import certificate

pytestmark = pytest.mark.django_db
CHINESE = re.compile(r"[\u3400-\u9fff]+")
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


def chinese_of(page: str) -> list[str]:
    """Visible Chinese outside what is marked as Chinese."""
    tree = html.fromstring(page)
    texts = tree.xpath(
        "//body//text()[not(ancestor::script) and not(ancestor::*[starts-with(@lang, 'zh')])]"
    )
    return [found for text in texts for found in CHINESE.findall(text)]


def names_of(cast: Cast) -> str:
    """All that the cast and its bodies are called, in one text."""
    people = [cast.person(getattr(cast, who)).name for who in OWN]
    labels = [getattr(cast, who).label for who in OWN]
    return " ".join(
        [*people, *labels, *(body.name for body in cast.bodies.values()), "南区青岛市装配钳工"]
    )


@pytest.mark.parametrize(("who", "page"), WALKS)
def test_english_page_has_no_chinese_but_names(cast, who, page):
    client = cast.client(getattr(cast, who))

    shown = client.get(page, headers={"accept-language": "en"})

    known = names_of(cast)
    assert shown.status_code == 200
    assert [word for word in chinese_of(shown.text) if word not in known] == []
