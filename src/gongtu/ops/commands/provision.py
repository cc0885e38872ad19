"""`gongtu provision`: the folder of a new provision, complete and passing every check."""

import argparse
import re
from pathlib import Path
from string import Template

import yaml

from gongtu import provisions
from gongtu.base.errors import Refused
from gongtu.law.obligations import Obligation
from gongtu.oversight.lawmap import rows_of

NAME = "provision"
HELP = "Start a provision: a folder with a two-stage example in every file, ready to be rewritten."
NEEDS_DJANGO = True

TEMPLATE = Path(__file__).parent / "provision_template"
PLACE = re.compile(r"(c[1-5]_[a-z]+)/([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\Z")


class CannotStart(Refused):
    """The folder cannot be made as asked."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", help="chapter and name, as c2_skills/degree_subsidy")
    parser.add_argument("--article", required=True, help="the article it carries out")
    parser.add_argument("--norm", help="the norm it fulfils; else the first nothing carries out")
    parser.add_argument("--root", type=Path, default=provisions.ROOT, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Write the folder and say what to do next."""
    folder = scaffold(args.place, norm=chosen(args.article, args.norm), root=args.root)
    print(f"{folder}\n")
    print("1. scenarios.yaml  2. rules.py  3. procedure.py  4. parameters.yaml  5. guide.md")
    print("Then: make check")
    return 0


def chosen(article: str, key: str | None) -> Obligation:
    """The norm asked for, or the article's first that nothing carries out yet.

    Raises:
        CannotStart: The article has no norm, or none of that key.
    """
    rows = [row for row in rows_of(article) if key in (None, row.obligation.key)]
    if not rows:
        raise CannotStart(f"第{article}条没有{f'名为“{key}”的' if key else '可由平台落实的'}规范。")
    open_rows = [row for row in rows if not row.provisions]
    return (open_rows or rows)[0].obligation


def scaffold(place: str, *, norm: Obligation, root: Path) -> Path:
    """Write all files of the provision; nothing is written over.

    Raises:
        CannotStart: The place is no chapter and name, or the folder is there already.
    """
    if not (found := PLACE.match(place)) or not (provisions.ROOT / found[1]).is_dir():
        raise CannotStart(f"“{place}”应为“章/事项”，如c2_skills/degree_subsidy。")
    folder = root / place
    if folder.exists():
        raise CannotStart(f"{folder}已经存在。")
    chapter, name = found.groups()
    words = {
        "chapter": chapter,
        "name": name,
        "key": name.replace("_", "-"),
        "title": norm.what,
        "title_en": norm.what_en,
        "words": name.replace("_", " "),
        "article": str(norm.article),
        "norm": norm.key,
    }
    for template in sorted(TEMPLATE.rglob("*.txt")):
        path = folder / template.relative_to(TEMPLATE).with_suffix("")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_filled(template, words), "utf8")
    return folder


def _filled(template: Path, words: dict[str, str]) -> str:
    """The template with its words; in YAML each is quoted where it must be."""
    if template.stem.endswith(".yaml"):
        words = {key: _quoted(word) for key, word in words.items()}
    return Template(template.read_text("utf8")).substitute(words)


def _quoted(word: str) -> str:
    told: str = yaml.safe_dump(word, allow_unicode=True, width=1000)
    return told.removesuffix("\n").removesuffix("\n...")
