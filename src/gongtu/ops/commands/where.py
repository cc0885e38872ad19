"""`gongtu where`: everything that carries out an article."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from gongtu.engines.casework import registry as casework
from gongtu.ops.settings.environment import ROOT
from gongtu.oversight.lawmap import Row, rows_of

NAME = "where"
HELP = (
    "Show what carries out an article: its norms, provisions, figures, and where they are written."
)
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", help="an article's number, as 16")


def run(args: argparse.Namespace) -> int:
    """1 when the statute has no norm under that number."""
    rows = rows_of(args.article)
    for row in rows:
        print("\n".join(lines(row)))
    if not rows:
        print(f"第{args.article}条没有可由平台落实的规范。")
    return int(not rows)


def lines(row: Row) -> Iterator[str]:
    """A norm, what fulfils it with its folder, and what measures it."""
    norm = row.obligation
    yield f"第{norm.article}条 {norm.key}  {norm.what}"
    for procedure in row.procedures:
        yield f"    {procedure.key}  {shown(casework.folder_of(procedure.key))}"
    yield from (f"    {each.key}  {each.title}" for each in row.benefits)
    yield from (f"    {each.key}  {each.title}" for each in row.services)
    yield from (f"    {each.key}  {each.title}" for each in row.indicators)
    if not row.provisions:
        yield f"    {norm.nothing_because or '尚无事项落实'}"


def shown(folder: Path) -> str:
    """A folder from the repository's root."""
    return str(folder.relative_to(ROOT)) if folder.is_relative_to(ROOT) else str(folder)
