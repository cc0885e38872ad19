"""The first city's files hold together: every norm is proved, every place and body is known."""

import csv
import re
from pathlib import Path

import pytest

from gongtu.law.obligations import Bearer, Force, Obligation, load_obligations
from gongtu.law.register import statute_on
from gongtu.law.structure import Statute
from gongtu.parties.roles import Role
from gongtu.policy.city import City, city_folder, load_translation

MODAL = re.compile(r"应当|不得|可以|有权|鼓励|支持|推动|推进|引导|探索|注重|按照规定给予|享受")

PROMISED = {
    11: {"government-subsidised-training"},
    14: {"apprenticeship-subsidy", "apprenticeship-training"},
    15: {"enterprise-trains-workers"},
    16: {"skill-upgrade-subsidy", "degree-upgrade-subsidy"},
    20: {"assessment-guidance-and-supervision", "assessment-mechanism"},
    21: {"eight-grade-ladder", "top-technician-appointment"},
    22: {
        "enterprise-own-assessment",
        "certificates-public-lookup",
        "mutual-recognition-of-grades",
        "social-assessment-bodies",
    },
    23: {"special-ability-projects", "special-ability-pilots"},
    25: {"graduate-treatment"},
    26: {"fund-coordination"},
    27: {"talent-treatment-delivered"},
    29: {"contestants-commended", "contest-awards-count"},
    30: {"craftsman-selection", "craftsman-training-by-enterprises"},
    38: {"legal-advice-and-aid", "union-investigation"},
    40: {"labour-inspection", "union-supervision-letters", "federation-proposal-letters"},
    41: {"supervision-and-feedback"},
}


@pytest.fixture(scope="module")
def city() -> City:
    return City.load(city_folder("qingdao"))


@pytest.fixture(scope="module")
def statute(city: City) -> Statute:
    edition = statute_on(city.statute_folder, city.in_force_from)
    assert edition
    return edition.parsed.statute


@pytest.fixture(scope="module")
def norms(city: City, statute: Statute) -> dict[str, Obligation]:
    return load_obligations(city.obligations_path, statute=statute)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_article_from_the_third_to_the_last_but_one_has_norms(
    norms: dict[str, Obligation],
) -> None:
    assert {norm.article for norm in norms.values()} == set(range(3, 42))


def test_every_paragraph_of_those_articles_has_norms(
    norms: dict[str, Obligation], statute: Statute
) -> None:
    printed = {
        (article.num, paragraph.num)
        for article in statute.articles
        for paragraph in article.paragraphs
        if 3 <= article.num <= 41
    }

    assert {(norm.article, norm.paragraph) for norm in norms.values()} == printed


def test_no_modal_word_of_the_statute_stands_outside_every_norm(
    norms: dict[str, Obligation], statute: Statute
) -> None:
    left_out = []
    for article in statute.articles:
        for paragraph in article.paragraphs if 3 <= article.num <= 41 else ():
            rest = paragraph.full_text
            for norm in norms.values():
                if (norm.article, norm.paragraph) == (article.num, paragraph.num):
                    rest = rest.replace(norm.quote, "■")
            left_out += [(article.num, paragraph.num, word) for word in MODAL.findall(rest)]

    assert left_out == []


def test_every_norm_is_proved_by_words_of_its_article(
    norms: dict[str, Obligation], statute: Statute
) -> None:
    for norm in norms.values():
        number, paragraph = int(norm.article), norm.paragraph
        found = statute.find_article(number)
        assert found is not None
        assert norm.quote in found.paragraphs[paragraph - 1].full_text, norm.key


@pytest.mark.parametrize("article", sorted(PROMISED))
def test_the_keys_that_provisions_rely_on_stand_in_their_articles(
    article: int, norms: dict[str, Obligation]
) -> None:
    assert PROMISED[article] <= {key for key, norm in norms.items() if norm.article == article}


@pytest.mark.parametrize(
    ("key", "force", "bearer"),
    [
        ("enterprise-trains-workers", Force.MUST, Bearer.ENTERPRISE),
        ("apprenticeship-subsidy", Force.MAY, Bearer.ENTERPRISE),
        ("certificates-public-lookup", Force.MUST, Bearer.HRSS),
        ("mutual-recognition-of-grades", Force.ENCOURAGE, Bearer.ENTERPRISE),
        ("union-supervision-letters", Force.MAY, Bearer.UNION),
        ("federation-proposal-letters", Force.MAY, Bearer.FEDERATION),
        ("training-in-responsibility-report", Force.MUST, Bearer.ENTERPRISE),
        ("reform-in-responsibility-report", Force.ENCOURAGE, Bearer.ENTERPRISE),
        ("special-ability-pilots", Force.PROMOTE, Bearer.HRSS),
    ],
)
def test_norms_are_as_strong_as_the_statute_says(
    key: str, force: Force, bearer: Bearer, norms: dict[str, Obligation]
) -> None:
    assert norms[key].force is force
    assert norms[key].bearers[0] is bearer


def test_no_period_is_invented(norms: dict[str, Obligation]) -> None:
    assert [key for key, norm in norms.items() if norm.period] == []
    assert [key for key, norm in norms.items() if norm.period_note] == [
        "wage-price-publication",
        "departmental-inspections",
    ]


def test_keys_are_words_without_numbers(norms: dict[str, Obligation]) -> None:
    assert len(norms) == 203
    assert not [key for key in norms if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)]


def test_the_platform_leaves_to_people_what_is_theirs(norms: dict[str, Obligation]) -> None:
    left = {norm.article for norm in norms.values() if not norm.concerns_platform}

    assert left == {3, 5, 7}


def test_the_translation_has_every_paragraph(city: City, statute: Statute) -> None:
    translation = load_translation(city.translation_path)

    assert translation.label == "Unofficial translation"
    assert {number: len(text) for number, text in translation.articles.items()} == {
        str(article.number): len(article.paragraphs) for article in statute.articles
    }
    assert len(translation.chapters) == len(statute.headings)


def test_the_city_has_ten_districts_and_their_streets(city: City) -> None:
    assert [district.name for district in city.districts] == [
        *("市南区", "市北区", "黄岛区", "崂山区", "李沧区", "城阳区", "即墨区"),
        *("胶州市", "平度市", "莱西市"),
    ]
    assert len(city.streets) == 141
    assert {street.parent for street in city.streets} == {d.code for d in city.districts}


def test_every_role_of_a_department_is_a_role_of_the_platform(city: City) -> None:
    assert {body.role for body in city.bodies()} <= set(Role)


def test_every_body_that_bears_a_norm_by_name_is_a_department(
    city: City, norms: dict[str, Obligation]
) -> None:
    known = {bearer for department in city.departments for bearer in department.bearers}
    government = {bearer for bearer in Bearer if bearer.side.value == "government"}
    borne = {bearer for norm in norms.values() for bearer in (*norm.bearers, *norm.co_bearers)}

    assert (borne & government) - known == {Bearer.DEPARTMENT}


def test_invented_contacts_say_so(city: City) -> None:
    assert all(letterhead.synthetic for letterhead in city.letterheads.values())


def test_classifications_are_complete(city: City) -> None:
    occupations = rows(city.occupations_path)
    industries = rows(city.industries_path)

    assert len({row["code"] for row in occupations}) == 1639
    assert sum(row["digital_S"] == "1" for row in occupations) == 97
    assert sum(row["green_L"] == "1" for row in occupations) == 134
    levels = [row["level"] for row in industries]
    assert [levels.count(level) for level in ("门类", "大类", "中类", "小类")] == [
        20,
        97,
        473,
        1380,
    ]
