"""Career channels as text: a line for each post from the lowest up, and one for each crossing.

A post is its track, its name, and what it asks for: a grade or a level of titles, then words.  A
crossing is the two posts, 单向 or 双向, and what it asks for.  Closed words may be told by their
keys too; a level of titles then says that it is one, as some grades have the same key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from gongtu.base.speech import gettext as _
from gongtu.base.speech import typed
from gongtu.registers.careers.choices import Direction, Track
from gongtu.registers.careers.rows.needs import NAMED as GRADES_READ
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong, each_line
from gongtu.registers.titles.choices import TitleLevel

TITLE_TYPED = "%s-title"
TRACKS_READ = {word: track for track in Track for word in (track.label, track.value)}
TITLES_READ = {
    word: level
    for level in TitleLevel
    for word in (level.label, level.value, TITLE_TYPED % level.value)
}
DIRECTIONS_READ = {word: way for way in Direction for word in (way.label, way.value)}
LONGEST_NAME, LONGEST = 30, 200
POSTED, CROSSED = 2, 3  # words that a line has at least


@dataclass(frozen=True, slots=True)
class Post:
    """One post; `grade` and `title` are what it asks for, `asks` what else, in words."""

    track: Track
    name: str
    grade: Grade | None = None
    title: TitleLevel | None = None
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Crossing:
    """From a post to another by name; `both_ways`: and back."""

    source: str
    target: str
    both_ways: bool
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Lattice:
    """All posts, each track from the lowest on, and the crossings between tracks."""

    posts: tuple[Post, ...]
    crossings: tuple[Crossing, ...]

    def on(self, track: Track) -> list[Post]:
        return [post for post in self.posts if post.track is track]

    def post(self, name: str) -> Post:
        return next(post for post in self.posts if post.name == name)

    def levels(self) -> dict[str, int]:
        """How high each post stands: those joined both ways level, above what leads there."""
        height, leads = _heights(self), _leads(self)
        level: dict[str, int] = {}
        for one in TopologicalSorter(leads).static_order():
            level[one] = max((level[below] + 1 for below in leads[one]), default=0)
        return {name: level[at] for name, at in height.items()}

    def above(self, post: Post) -> Post | None:
        """The next one up its own track."""
        own = self.on(post.track)
        place = own.index(post) + 1
        return own[place] if place < len(own) else None

    def across(self, post: Post) -> Iterator[tuple[Post, Crossing]]:
        """Where one may cross to from there."""
        for one in self.crossings:
            if one.source == post.name:
                yield self.post(one.target), one
            elif one.both_ways and one.target == post.name:
                yield self.post(one.source), one


def read_lattice(posts: str, crossings: str) -> Lattice:
    """The posts and crossings of two texts.

    Raises:
        RowsWrong: With every line at fault: what cannot be read, a post told twice, a crossing
            from or to a post that is not there, within one track, or leading round in a circle.
    """
    told = each_line(posts, _post)
    names = Counter(post.name for post in told)
    if twice := [name for name, times in names.items() if times > 1]:
        raise RowsWrong(*(_("岗位“%(name)s”写了不止一行。") % {"name": name} for name in twice))
    tracks = {post.name: post.track for post in told}
    crossed = (
        each_line(crossings, lambda words: _crossing(words, tracks)) if crossings.strip() else []
    )
    lattice = Lattice(tuple(told), tuple(crossed))
    _require_onward(lattice)
    return lattice


def write_posts(lattice: Lattice) -> str:
    """The text of the posts that `read_lattice` reads back."""
    return "\n".join(_words(typed(p.track), p.name, _asked(p), p.asks) for p in lattice.posts)


def write_crossings(lattice: Lattice) -> str:
    """The text of the crossings that `read_lattice` reads back."""
    return "\n".join(
        _words(one.source, one.target, typed(_direction(one)), one.asks)
        for one in lattice.crossings
    )


def _asked(post: Post) -> str:
    grade, title = post.grade and typed(post.grade), post.title and typed(post.title)
    if post.title and title == post.title.value:
        title = TITLE_TYPED % title
    return _words(grade or "", title or "")


def _direction(crossing: Crossing) -> Direction:
    return Direction.BOTH_WAYS if crossing.both_ways else Direction.ONE_WAY


def _words(*words: str) -> str:
    return " ".join(filter(None, words))


def _post(words: list[str]) -> Post:
    if len(words) < POSTED or words[0] not in TRACKS_READ:
        raise RowsWrong(_("应先写序列（%(tracks)s）和岗位名称") % {"tracks": list(Track)})
    track, name, *asks = words
    grade = GRADES_READ[asks.pop(0)] if asks and asks[0] in GRADES_READ else None
    title = TITLES_READ[asks.pop(0)] if asks and asks[0] in TITLES_READ else None
    return Post(TRACKS_READ[track], _short(name, LONGEST_NAME), grade, title, _rest(asks))


def _crossing(words: list[str], tracks: dict[str, Track]) -> Crossing:
    if len(words) < CROSSED or words[2] not in DIRECTIONS_READ:
        raise RowsWrong(_("应写明从哪个岗位、到哪个岗位、单向或者双向"))
    source, target, direction, *asks = words
    if missing := [name for name in (source, target) if name not in tracks]:
        raise RowsWrong(_("上面没有“%(name)s”这个岗位") % {"name": missing[0]})
    if tracks[source] is tracks[target]:
        raise RowsWrong(_("“%(one)s”和“%(other)s”在同一序列，按上面的顺序晋升，不用写贯通") % {
            "one": source, "other": target,
        })  # fmt: skip
    both_ways = DIRECTIONS_READ[direction] is Direction.BOTH_WAYS
    return Crossing(source, target, both_ways, _rest(asks))


def _rest(words: Sequence[str]) -> str:
    return _short("，".join(words), LONGEST)


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise RowsWrong(_("“%(text)s…”超过%(most)s个字") % {"text": text[:8], "most": most})
    return text


def _require_onward(lattice: Lattice) -> None:
    """No way leads back below where it began; posts joined both ways are of one height.

    Raises:
        RowsWrong: Naming the crossings that close a circle, and the posts on it.
    """
    height = _heights(lattice)
    try:
        TopologicalSorter(_leads(lattice)).prepare()
    except CycleError as error:
        round_ = set(error.args[1])
        lines = [
            str(number)
            for number, one in enumerate(lattice.crossings, start=1)
            if {height[one.source], height[one.target]} <= round_
        ]
        posts = [post.name for post in lattice.posts if height[post.name] in round_]
        raise RowsWrong(
            _("第%(lines)s条贯通和岗位的晋升连成一圈，走上去又回到下面：%(posts)s。")
            % {"lines": lines, "posts": posts}
        ) from None


def _steps(lattice: Lattice) -> Iterator[tuple[str, str]]:
    """Everything that leads up: along a track, and across one way."""
    for track in Track:
        yield from ((one.name, other.name) for one, other in pairwise(lattice.on(track)))
    yield from ((one.source, one.target) for one in lattice.crossings if not one.both_ways)


def _leads(lattice: Lattice) -> dict[str, set[str]]:
    """Height → those right below it."""
    height = _heights(lattice)
    leads: dict[str, set[str]] = {one: set() for one in height.values()}
    for below, above in _steps(lattice):
        leads[height[above]].add(height[below])
    return leads


def _heights(lattice: Lattice) -> dict[str, str]:
    """Post → one post that stands for all joined to it both ways."""
    height = {post.name: post.name for post in lattice.posts}
    for one in lattice.crossings:
        if one.both_ways:
            kept, gone = height[one.source], height[one.target]
            height = {name: kept if at == gone else at for name, at in height.items()}
    return height
