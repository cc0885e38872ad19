"""Pages of headings and tables."""

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs` from the declarations; never edited. -->"


def page(title: str, *parts: str) -> str:
    """A whole page under its title."""
    return "\n\n".join([f"# {title}", GENERATED, *(part for part in parts if part)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""One table; cells are put on one line.

    >>> print(table(["a", "b"], [(1, "x|y")]))
    | a | b |
    |---|---|
    | 1 | x\|y |
    """
    lines = [f"| {' | '.join(cell(each) for each in row)} |" for row in (heads, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(heads), *lines[1:]])


def cell(value: object) -> str:
    """What a table can hold of it; nothing for None."""
    text = "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")
