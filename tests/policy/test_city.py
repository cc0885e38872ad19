"""A city is read from its folder, and refused as a whole when something in it is wrong."""

import shutil
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gongtu.base.errors import Broken
from gongtu.law.obligations import Bearer
from gongtu.policy.city import (
    Body,
    City,
    Division,
    Honour,
    active_city,
    city_folder,
    load_translation,
    use_city,
)

TINY = Path(__file__).parents[1] / "cities" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def spoil(folder: Path, name: str, right: str, wrong: str) -> list[str]:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(Broken) as broken:
        City.load(folder)
    return str(broken.value).splitlines()


def test_a_city_is_read_from_its_folder() -> None:
    city = City.load(TINY)

    assert (city.key, city.name, city.name_en, city.division) == (
        "tiny",
        "青石市",
        "Qingshi",
        "990100",
    )
    assert city.time_zone == ZoneInfo("Asia/Shanghai")
    assert city.statute_title == "青石市技工培训条例"
    assert city.in_force_from == date(2026, 5, 1)
    assert city.districts == (
        Division("990101", "石东区", "Shidong District", "district", "district", "990100"),
    )
    assert city.streets == ()
    assert city.department("hrss").bearers == (Bearer.HRSS,)


def test_bodies_are_the_offices_of_city_and_districts() -> None:
    city = City.load(TINY)

    assert [(body.division, body.name) for body in city.bodies()] == [
        ("990100", "青石市人力资源和社会保障局"),
        ("990100", "青石市总工会"),
        ("990101", "石东区人力资源和社会保障局"),
    ]
    assert city.bodies()[2] == Body(
        "hrss",
        "hrss",
        "district",
        "990101",
        "石东区人力资源和社会保障局",
        "Human Resources and Social Security Bureau of Shidong District",
    )


def test_letters_are_numbered_by_the_pattern_of_the_city() -> None:
    assert City.load(TINY).letter_number("hrss", year=2026, serial=7) == "石人社2026第7号"


def test_a_department_without_a_letterhead_numbers_no_letters() -> None:
    with pytest.raises(Broken, match="no letterhead for 'federation'"):
        City.load(TINY).letter_number("federation", year=2026, serial=1)


def test_the_translation_goes_by_article_and_paragraph() -> None:
    translation = load_translation(City.load(TINY).translation_path)

    assert translation.label == "Unofficial translation"
    assert translation.paragraphs(3)[0] == "Enterprises shall train their workers every year."
    assert translation.paragraphs(99) == ()


def test_a_translation_without_its_label_is_refused(tiny: Path) -> None:
    path = tiny / "statute_en.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("label:", "mark:"), encoding="utf-8")

    with pytest.raises(Broken, match=f"{path}:1: label is missing"):
        load_translation(path)


def test_divisions_are_found_by_code() -> None:
    assert City.load(TINY).division_of("990101").name == "石东区"
    with pytest.raises(Broken, match="Qingshi has no division '000000'"):
        City.load(TINY).division_of("000000")


@pytest.mark.parametrize(
    ("name", "right", "wrong", "says"),
    [
        ("city.yaml", "name: 青石市", "nama: 青石市", "city.yaml:2: name: some text is expected"),
        (
            "city.yaml",
            "Asia/Shanghai",
            "Asia/Atlantis",
            "city.yaml:7: no time zone 'Asia/Atlantis'",
        ),
        ("city.yaml", "{serial}", "{count}", "city.yaml:11: a pattern takes {word} and {year}"),
        ("city.yaml", "  hrss:", "  navy:", "city.yaml:1: letterhead of unknown 'navy'"),
        ("city.yaml", "synthetic: true", "fax: 1", "city.yaml:13: synthetic: true or false"),
        (
            "divisions.csv",
            "district,district",
            "county,district",
            "divisions.csv:3: level 'county'",
        ),
        ("divisions.csv", ",990100,", ",990999,", "divisions.csv:3: unknown parent '990999'"),
        ("divisions.csv", "990101", "990100", "divisions.csv:3: division 990100 stands twice"),
        (
            "divisions.csv",
            "990100,青",
            "990200,青",
            "divisions.csv:1: one city, 990100, is expected",
        ),
        ("departments.yaml", "[hrss]", "[navy]", "departments.yaml:3: unknown bearer 'navy'"),
        (
            "departments.yaml",
            "confidence: high",
            "confidence: sure",
            "departments.yaml:9: confidence",
        ),
        (
            "departments.yaml",
            '"{name}人',
            '"{town}人',
            "departments.yaml:6: a pattern takes {name}",
        ),
        (
            "departments.yaml",
            "articles: [3, 4]",
            "articles: 3",
            "departments.yaml:7: articles: a list",
        ),
    ],
)
def test_a_mistake_in_a_city_is_named_by_file_and_line(
    tiny: Path, name: str, right: str, wrong: str, says: str
) -> None:
    found = spoil(tiny, name, right, wrong)

    assert any(says in one for one in found), found


def test_all_mistakes_of_a_city_are_told_at_once(tiny: Path) -> None:
    (tiny / "calendar" / "2026.yaml").unlink()
    (tiny / "departments.yaml").write_text("departments:\n  hrss: {role: hrss}\n", encoding="utf-8")

    found = spoil(tiny, "city.yaml", "Asia/Shanghai", "Asia/Atlantis")

    assert len(found) == 8, found


def test_a_city_is_found_by_name_or_by_path() -> None:
    assert city_folder(str(TINY)) == TINY
    assert (city_folder("qingdao") / "city.yaml").is_file()


def test_an_unknown_city_is_told_the_known_ones() -> None:
    with pytest.raises(Broken, match="no city 'atlantis'; known: qingdao"):
        city_folder("atlantis")


def test_the_active_city_is_the_one_a_door_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongtu.policy.city.active._chosen", [])
    with pytest.raises(Broken, match="No city has been chosen"):
        active_city()

    use_city(City.load(TINY))

    assert active_city().name == "青石市"


def test_honours_are_read_where_a_city_lists_them(tiny: Path) -> None:
    (tiny / "honours.yaml").write_text(
        "star: {name: 技能之星, name_en: Star, granted_by: 青石市, term_years: null,"
        " source: 文件, confidence: high}\n",
        encoding="utf-8",
    )

    city = City.load(tiny)

    assert city.find_honour("star") == Honour(
        "star", "技能之星", "Star", "青石市", None, "文件", "high"
    )
    assert city.find_honour("moon") is None


def test_an_honour_with_a_term_that_is_no_number_is_refused(tiny: Path) -> None:
    (tiny / "honours.yaml").write_text(
        "star: {name: 技能之星, name_en: Star, granted_by: 青石市, term_years: 四年,"
        " source: 文件, confidence: certain}\n",
        encoding="utf-8",
    )

    with pytest.raises(Broken) as broken:
        City.load(tiny)

    term, confidence = str(broken.value).splitlines()
    assert "honours.yaml:1: term_years: whole years or null are expected" in term
    assert "honours.yaml:1: confidence is none of" in confidence


def test_issuers_elsewhere_are_believed_from_a_day_until_another(tiny: Path) -> None:
    (tiny / "trusted_issuers.yaml").write_text(
        "school: {did: 'did:web:school.example', name: 某院校, source: 某文件, since: 2026-03-01,"
        " until: 2026-08-31}\n",
        encoding="utf-8",
    )

    (issuer,) = City.load(tiny).trusted_issuers

    assert (issuer.did, issuer.source) == ("did:web:school.example", "某文件")
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 8, 31), date(2026, 9, 1))
    assert [issuer.holds_on(day) for day in days] == [False, True, True, False]


def test_an_issuer_elsewhere_without_its_name_or_days_is_refused(tiny: Path) -> None:
    (tiny / "trusted_issuers.yaml").write_text(
        "school: {did: 'did:key:z6Mk', name: 某院校, source: 某文件, since: spring, until: 2027}\n",
        encoding="utf-8",
    )

    with pytest.raises(Broken) as broken:
        City.load(tiny)

    assert [line.partition(": ")[2] for line in str(broken.value).splitlines()] == [
        "did: a did:web name is expected",
        "since: a day is expected, as 2026-09-01",
        "until: a day is expected, as 2026-09-01",
        "since: a day is expected",
    ]


def test_an_issuer_elsewhere_may_keep_its_lists_under_addresses_that_its_row_names(
    tiny: Path,
) -> None:
    (tiny / "trusted_issuers.yaml").write_text(
        "school: {did: 'did:web:school.example', name: 某院校, source: 某文件, since: 2026-03-01,"
        " lists: ['https://lists.example', 'https://lists.example:8443/a/school-7.d/']}\n"
        "other: {did: 'did:web:other.example', name: 某院校, source: 某文件, since: 2026-03-01}\n",
        encoding="utf-8",
    )

    named = [issuer.lists for issuer in City.load(tiny).trusted_issuers]

    assert named == [("https://lists.example", "https://lists.example:8443/a/school-7.d/"), ()]


WRONG_ADDRESSES = (
    "http://lists.example", "lists.example", "https://", "https://localhost", "https://127.0.0.1",
    "https://Lists.example", "https://*.example", "https://me@lists.example",
    "https://lists.example:0", "https://lists.example/a/../b", "https://lists.example/./a",
    "https://lists.example/..", "https://lists.example//a", "https://lists.example/a?b",
    "https://lists.example/a#b", "https://lists.example/%2e%2e", "https://列表.example", "7",
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG_ADDRESSES)
def test_an_address_of_lists_that_is_no_https_address_is_refused_by_line(
    tiny: Path, wrong: str
) -> None:
    path = tiny / "trusted_issuers.yaml"
    path.write_text(
        "school:\n  did: did:web:school.example\n  name: 某院校\n  source: 某文件\n"
        f"  since: 2026-03-01\n  lists:\n    - https://lists.example\n    - '{wrong}'\n",
        encoding="utf-8",
    )

    with pytest.raises(Broken) as broken:
        City.load(tiny)

    says = "lists: an https address is expected, as https://lists.example/school"
    assert str(broken.value) == f"{path}:8: {says}"


def test_a_row_of_issuers_is_refused_for_what_nobody_knows_and_what_cannot_be(tiny: Path) -> None:
    path = tiny / "trusted_issuers.yaml"
    path.write_text(
        "school:\n  did: did:web:school.example\n  name: 某院校\n  source: 某文件\n"
        "  since: 2026-03-02\n  until: 2026-03-01\n  lists: https://lists.example\n"
        "  list: [https://lists.example]\n",
        encoding="utf-8",
    )

    with pytest.raises(Broken) as broken:
        City.load(tiny)

    assert str(broken.value).splitlines() == [
        f"{path}:8: unknown field 'list'",
        f"{path}:6: until: a day before since",
        f"{path}:7: lists: a list is expected",
    ]
