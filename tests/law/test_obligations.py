"""Norms are read from YAML and proved against the statute; mistakes are named by file and line."""

from pathlib import Path

import pytest

from gongtu.base.errors import Broken
from gongtu.law import article
from gongtu.law.obligations import Bearer, Force, Obligation, Side, load_obligations
from gongtu.law.parse import parse_text
from gongtu.law.structure import Statute

TEXT = """青石市技工条例

第一条 企业应当培训技工。鼓励企业开放培训资源。

工会可以督促企业培训技工；市人民政府应当定期公布培训情况。

第二条 本条例自2026年3月1日起施行。
"""

GOOD = """\
enterprise-trains-workers:
  article: 1
  paragraph: 1
  quote: 企业应当培训技工
  force: must
  bearers: [enterprise]
  beneficiary: worker
  what: 企业培训技工
  what_en: Enterprises train workers
"""


@pytest.fixture(scope="module")
def statute() -> Statute:
    return parse_text(TEXT).statute


def write(folder: Path, text: str, name: str = "norms.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path, statute: Statute) -> list[str]:
    with pytest.raises(Broken) as broken:
        load_obligations(path, statute=statute)
    return str(broken.value).splitlines()


def test_a_norm_is_read_with_everything_it_says(tmp_path: Path, statute: Statute) -> None:
    path = write(tmp_path, GOOD + "  co_bearers: [union]\n")

    norms = load_obligations(path, statute=statute)

    assert norms == {
        "enterprise-trains-workers": Obligation(
            key="enterprise-trains-workers",
            article=1,
            paragraph=1,
            quote="企业应当培训技工",
            force=Force.MUST,
            bearers=(Bearer.ENTERPRISE,),
            co_bearers=(Bearer.UNION,),
            beneficiary=Bearer.WORKER,
            what="企业培训技工",
            what_en="Enterprises train workers",
        )
    }


def test_a_norm_knows_its_place_and_sides(tmp_path: Path, statute: Statute) -> None:
    norm = load_obligations(write(tmp_path, GOOD), statute=statute)["enterprise-trains-workers"]

    assert norm.place == article(1, 1)
    assert norm.sides == (Side.ENTERPRISE,)
    assert norm.force.binds
    assert norm.concerns_platform
    assert norm.line == 1


def test_a_folder_is_read_file_by_file(tmp_path: Path, statute: Statute) -> None:
    write(tmp_path, GOOD.replace("enterprise-trains", "second-trains"), "b.yaml")
    write(tmp_path, GOOD, "a.yaml")

    norms = load_obligations(tmp_path, statute=statute)

    assert list(norms) == ["enterprise-trains-workers", "second-trains-workers"]


@pytest.mark.parametrize(
    ("wrong", "right", "line", "says"),
    [
        ("force: shall", "force: must", 5, "unknown force 'shall'"),
        ("bearers: [firm]", "bearers: [enterprise]", 6, "unknown bearer 'firm'"),
        ("bearers: enterprise", "bearers: [enterprise]", 6, "a list of bearers is expected"),
        ("article: 9", "article: 1", 1, "the statute has no article 9"),
        ("article: 1x", "article: 1", 2, "'1x' is no article"),
        ("paragraph: 3", "paragraph: 1", 1, "article 1 has 2 paragraphs, not 3"),
        (
            "quote: 企业应当奖励技工",
            "quote: 企业应当培训技工",
            1,
            "does not say “企业应当奖励技工”",
        ),
        ("force: encourage", "force: must", 1, "its sentence has none of 鼓励"),
        ("quote: ''", "quote: 企业应当培训技工", 4, "some text is expected"),
        ("sort: 1", "what: 企业培训技工", 8, "'sort' is no field of a norm"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(
    tmp_path: Path, statute: Statute, wrong: str, right: str, line: int, says: str
) -> None:
    path = write(tmp_path, GOOD.replace(right, wrong, 1))

    found = mistakes(path, statute)

    assert any(one.startswith(f"{path}:{line}: ") and says in one for one in found), found


def test_all_mistakes_are_told_at_once(tmp_path: Path, statute: Statute) -> None:
    other = GOOD.replace("enterprise-trains-workers", "Other_Key").replace("  what_en", "  why_en")
    path = write(tmp_path, GOOD.replace("must", "shall") + other)

    found = mistakes(path, statute)

    assert len(found) == 4
    assert found[0].startswith(f"{path}:5: enterprise-trains-workers: unknown force 'shall'")
    assert found[1].startswith(f"{path}:10: 'Other_Key' is no key")
    assert found[2] == f"{path}:10: Other_Key: what_en is missing"
    assert found[3] == f"{path}:18: Other_Key: 'why_en' is no field of a norm"


def test_a_key_may_stand_only_once_in_a_file(tmp_path: Path, statute: Statute) -> None:
    path = write(tmp_path, GOOD + GOOD)

    assert mistakes(path, statute) == [f"{path}:10: enterprise-trains-workers stands twice"]


def test_a_key_may_stand_only_once_in_a_folder(tmp_path: Path, statute: Statute) -> None:
    first, second = write(tmp_path, GOOD, "a.yaml"), write(tmp_path, GOOD, "b.yaml")

    says = f"{second}:1: enterprise-trains-workers stands already at {first}:1"
    assert mistakes(tmp_path, statute) == [says]


def test_a_regular_duty_without_a_period_says_why(tmp_path: Path, statute: Statute) -> None:
    regular = GOOD.replace("paragraph: 1", "paragraph: 2")
    regular = regular.replace("企业应当培训技工", "市人民政府应当定期公布培训情况")

    assert "the statute says 定期" in mistakes(write(tmp_path, regular), statute)[0]
    noted = load_obligations(write(tmp_path, regular + "  period_note: 待核\n"), statute=statute)
    assert noted["enterprise-trains-workers"].period is None


def test_a_norm_of_its_own_sentence_keeps_that_sentences_force(
    tmp_path: Path, statute: Statute
) -> None:
    letters = GOOD.replace("paragraph: 1", "paragraph: 2").replace("force: must", "force: may")
    letters = letters.replace("企业应当培训技工", "市人民政府应当定期公布培训情况")

    found = mistakes(write(tmp_path, letters), statute)

    assert "force may, but its sentence has none of 可以、有权、依法" in found[0]


def test_nothing_for_the_platform_gives_its_reason(tmp_path: Path, statute: Statute) -> None:
    reason = "  nothing: {because: 只是原则, because_en: a principle only}\n"

    norms = load_obligations(write(tmp_path, GOOD + reason), statute=statute)

    norm = norms["enterprise-trains-workers"]
    assert not norm.concerns_platform
    assert (norm.nothing_because, norm.nothing_because_en) == ("只是原则", "a principle only")


def test_a_reason_in_one_language_is_not_enough(tmp_path: Path, statute: Statute) -> None:
    path = write(tmp_path, GOOD + "  nothing: {because: 只是原则}\n")

    assert mistakes(path, statute) == [
        f"{path}:10: enterprise-trains-workers: nothing takes because and because_en"
    ]


def test_an_overlay_replaces_fields_by_key(tmp_path: Path, statute: Statute) -> None:
    path = write(tmp_path, GOOD)
    over = write(tmp_path, "enterprise-trains-workers:\n  what: 企业培训本厂技工\n", "over.yml")

    norms = load_obligations(path, statute=statute, overlay=over)

    assert norms["enterprise-trains-workers"].what == "企业培训本厂技工"
    assert norms["enterprise-trains-workers"].quote == "企业应当培训技工"


def test_an_empty_folder_is_refused(tmp_path: Path, statute: Statute) -> None:
    assert mistakes(tmp_path, statute) == [f"{tmp_path}:1: there is no norm here"]


def test_every_force_and_bearer_is_named_in_both_languages() -> None:
    for word in (*Force, *Bearer, *Side):
        assert word.label
        assert word.label_en
