"""What the repository as a whole keeps to."""

import re
import subprocess

from tests.architecture.source import MODULES, PACKAGE, ROOT, faults, name_of

TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".html", ".css", ".typ", ".txt", ".csv", ".po", ""}
# Folders of a machine, not of the product.
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w|(?<![\w.])/tmp/(?!t\b)\w")
CITY = re.compile(r"qingdao|青岛", re.IGNORECASE)
FRAGMENT = re.compile(r"[a-z0-9-]+\.(policy|feature|fix|removal|security)\.md")
WORDLESS = re.compile(r"# (?:noqa: [A-Z0-9, ]+|noqa|type: ignore(?:\[[^]]*])?)\s*$", re.MULTILINE)
POLICY_MUST_SAY = ("Article", "Provision", "Effect", "Source")
DEFAULT_CITY = PACKAGE / "ops" / "settings" / "environment.py"


def tracked() -> list:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [p for p in names if p.is_file() and p.suffix in TEXT]


def test_no_file_knows_the_machine_it_was_written_on():
    asked = [p for p in tracked() if not p.is_relative_to(ROOT / "requirements")]

    assert [str(p) for p in asked if MACHINE.search(p.read_text("utf8", "ignore"))] == []


def test_whatever_is_excused_from_a_rule_says_why():
    asked = [*MODULES, *(ROOT / "bench").rglob("*.py")]

    assert faults(lambda module: WORDLESS.findall(module.read_text("utf8")), asked) == {}


CODE = [m for m in MODULES if m != DEFAULT_CITY and "cities" not in m.relative_to(PACKAGE).parts]


def test_no_code_names_a_city():
    assert faults(lambda module: CITY.findall(module.read_text("utf8")), CODE) == {}


def test_only_the_default_of_the_environment_names_a_city():
    assert len(CITY.findall(DEFAULT_CITY.read_text("utf8"))) == 1


def test_no_template_names_a_city():
    named = [p for p in PACKAGE.rglob("*.html") if CITY.search(p.read_text("utf8"))]

    assert [name_of(p) for p in named] == []


def test_change_fragments_say_what_they_must():
    fragments = [p for p in (ROOT / "changelog.d").glob("*.md") if p.name != "README.md"]

    assert [p.name for p in fragments if not FRAGMENT.fullmatch(p.name)] == []
    for fragment in (p for p in fragments if p.name.endswith(".policy.md")):
        said = fragment.read_text("utf8")
        assert [word for word in POLICY_MUST_SAY if f"{word}:" not in said] == [], fragment.name
