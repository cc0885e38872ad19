"""The paragraphs and items of one article from its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongtu.law.parse.marks import ItemMark
from gongtu.law.structure import Item, Paragraph


@dataclass(slots=True)
class Piece:
    """A run of text as it was collected: a paragraph's own words, or an item."""

    text: str
    line: int
    mark: ItemMark | None = None


@dataclass(slots=True)
class _Node:
    text: str
    line: int
    mark: ItemMark | None = None
    items: list["_Node"] = field(default_factory=list)
    after: str = ""
    after_line: int = 0


def build_paragraphs(pieces: Sequence[Piece], article: str) -> tuple[Paragraph, ...]:
    """款, 项 and 目; words that follow an unfinished list close the paragraph it belongs to."""
    nodes: list[_Node] = []
    for piece in pieces:
        if piece.mark:
            _add_item(nodes, piece, piece.mark)
        else:
            _add_text(nodes, piece)
    return tuple(
        _paragraph(node, f"{article}__para_{num}", num) for num, node in enumerate(nodes, 1)
    )


def _add_text(nodes: list[_Node], piece: Piece) -> None:
    open_list = nodes and nodes[-1].items and not nodes[-1].after
    if open_list and _last_words(nodes[-1])[-1:] in set("；，;,、"):
        nodes[-1].after, nodes[-1].after_line = piece.text, piece.line
    else:
        nodes.append(_Node(piece.text, piece.line))


def _last_words(node: _Node) -> str:
    return _last_words(node.items[-1]) if node.items else node.text


def _add_item(nodes: list[_Node], piece: Piece, mark: ItemMark) -> None:
    _give_back(nodes, mark)
    if not nodes:
        nodes.append(_Node("", piece.line))
    if nodes[-1].after:
        # Words that seemed to close a list lead the next one.
        nodes.append(_Node(nodes[-1].after, nodes[-1].after_line))
        nodes[-2].after = ""
    _above(nodes[-1], mark).items.append(_Node(piece.text, piece.line, mark))


def _above(parent: _Node, mark: ItemMark) -> _Node:
    """The node below which an item of that rank belongs."""
    while parent.items and (last := parent.items[-1].mark) and last.rank < mark.rank:
        parent = parent.items[-1]
    return parent


def _give_back(nodes: list[_Node], mark: ItemMark) -> None:
    """Give words to the item they follow, when the next item of its list comes after them."""
    place = next((i for i in reversed(range(len(nodes))) if nodes[i].items), None)
    if place is None:
        return
    siblings = _above(nodes[place], mark).items
    if not siblings or not (last := siblings[-1].mark):
        return
    if (last.rank, last.num + 1) == (mark.rank, mark.num):
        words = [nodes[place].after, *(node.text for node in nodes[place + 1 :])]
        siblings[-1].after = "\n".join(w for w in (siblings[-1].after, *words) if w)
        nodes[place].after = ""
        del nodes[place + 1 :]


def _paragraph(node: _Node, eid: str, num: int) -> Paragraph:
    return Paragraph(eid, num, node.text, _items(node, eid, "item"), node.after, node.line)


def _items(node: _Node, above: str, word: str) -> tuple[Item, ...]:
    used: dict[str, int] = {}
    built = []
    for child in node.items:
        mark = child.mark
        assert mark is not None  # noqa: S101 - items bear marks
        eid = unused(f"{above}__{word}_{mark.num}", used)
        built.append(
            Item(
                eid,
                mark.mark,
                mark.num,
                child.text,
                _items(child, eid, "sub"),
                child.after,
                child.line,
            )
        )
    return tuple(built)


def unused(eid: str, used: dict[str, int]) -> str:
    """The id itself, or with a counter when an earlier part has taken it; counts it as used."""
    used[eid] = used.get(eid, 0) + 1
    return eid if used[eid] == 1 else f"{eid}_dup{used[eid]}"
