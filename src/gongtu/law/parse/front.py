"""What stands before the articles: the name, notices of adoption and order, the contents page."""

import re
from collections.abc import Sequence

from gongtu.law.parse.marks import (
    find_article,
    find_heading,
    is_date,
    is_signature,
    without_padding,
)
from gongtu.law.parse.source import Line, ends_sentence
from gongtu.law.structure import Text

_CONTENTS = re.compile(r"^(?:目\s*[录錄次]|目\s+录)\s*[:：]?$")
_CONTENTS_ON_ONE_LINE = re.compile(r"^目\s*[录錄次]\s*[:：]?\s*第\s*[一1\uff11]\s*[编編章]")
_LEADERS = re.compile(r"[\s.·•…\uff0e。_\-—]*[（(]?[\d]*[）)]?$")
_FRONT_PIECE = re.compile(r"^(?:附|序\s*言|前\s*言|引\s*言|总\s*则|罚\s*则)")
_NAME = re.compile(
    r"(?:法|法典|条例|條例|规定|規定|办法|辦法|决定|細則|细则|规则|規則|解释|章程|通则|准则|意见|方案|规程|守则|规范|通知|批复|决议"
    r"|制度|标准|公约|总纲|纲要|说明|修正案|补充规定|若干问题|指引|大纲|安排|解答|答复|补充|条约)"
    r"(?:\s*[（(][^（）()]{1,20}[）)])*$"
)
_NOTICE_NAME = re.compile(r"关于(?:批准|修改|修正|公布|发布|废止|印发|颁布)|公告|命令|令$")
_ADOPTED = re.compile(r"(?:通过|批准|修订|修正|公布|发布|印发|施行|备案)")
_DAY = re.compile(r"[\d一二三四五六七八九〇零○]{2,4}\s*年\s*[\d一二三四五六七八九十]+\s*月")
_ORDER = re.compile(r"(?:令|公告|第\s*[\d〇一二三四五六七八九十百零]+\s*号|\u3014\d{4}\u3015.*号)$")
_OWNER = re.compile(
    r"(?:共和国|省|市|自治区|自治州|自治县|法院|检察院|委员会|人民政府|国务院|部|大会|军委)$"
)
_LONGEST_NAME = 100
_LONGEST_ENTRY = 60
_NOTICE_LINES = 40


def find_contents(lines: Sequence[Line]) -> range:
    """The places of the contents page in `lines`, its title included; empty if there is none."""
    for index, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            return _contents_from(lines, index, index + 1)
        if _CONTENTS_ON_ONE_LINE.match(line.text):
            return range(index, index + 1)
        if find_article(line.text) and ends_sentence(line.text):
            break
    return _untitled_contents(lines)


def _contents_from(lines: Sequence[Line], start: int, first: int) -> range:
    if first >= len(lines):
        return range(start, first)
    end = _repetition(lines, first)
    while end > first and not _is_entry(lines[end - 1].text):
        end -= 1
    return range(start, end)


def _repetition(lines: Sequence[Line], first: int) -> int:
    """Where the body begins: the first entry comes again, or a sentence ends the list."""
    wanted, mark = _entry_key(lines[first].text), find_heading(lines[first].text)
    for index in range(first + 1, len(lines)):
        text = lines[index].text
        again = find_heading(text)
        if _entry_key(text) == wanted or (
            mark and again and (mark.level, mark.num) == (again.level, again.num)
        ):
            return index
        if ends_sentence(text) and _LEADERS.sub("", text) == text:
            return _back_over_headings(lines, first, index)
        if len(text) > _LONGEST_ENTRY:
            return _back_over_headings(lines, first, index)
    return first


def _back_over_headings(lines: Sequence[Line], first: int, end: int) -> int:
    while end > first and (mark := find_heading(lines[end - 1].text)):
        end -= 1
        if mark.num == 1:
            break
    return end


def _untitled_contents(lines: Sequence[Line]) -> range:
    first = next((i for i, line in enumerate(lines) if find_heading(line.text)), None)
    if first is None:
        return range(0)
    wanted = _entry_key(lines[first].text)
    for index in range(first + 1, len(lines)):
        text = lines[index].text
        if _entry_key(text) == wanted:
            return range(first, index) if index > first + 1 else range(0)
        if not _is_entry(text) or find_article(text) or ends_sentence(text):
            break
    return range(0)


def _is_entry(text: str) -> bool:
    return bool(find_heading(text) or find_article(text) or _FRONT_PIECE.match(text))


def _entry_key(text: str) -> str:
    return re.sub(r"\s", "", _LEADERS.sub("", text))


def find_name(lines: Sequence[Line], before: Sequence[int], body: int) -> tuple[range, str]:
    """(its places in `lines`, the name of the statute); an empty range when none is found."""
    named = {n for i in before for n in re.findall(r"《([^》]+(?:》[^《》]*)?)》", lines[i].text)}
    best, chosen = 0, range(0)
    for index in before:
        for places in (range(index, index + 1), range(index, index + 2)):
            if places.stop > body or (len(places) > 1 and not _may_join(lines, places)):
                continue
            score = _score(lines, places, named, body, first=before[0])
            if score > best:
                best, chosen = score, places
    return chosen, _joint(lines, chosen)


def is_name(text: str) -> bool:
    """Whether a title ends as the names of statutes do: 法, 条例, 规定, 办法, 决定."""
    return bool(_NAME.search(text))


def _may_join(lines: Sequence[Line], places: range) -> bool:
    upper, lower = (lines[i].text for i in places)
    return (
        not _NAME.search(upper)
        and bool(_OWNER.search(without_padding(upper)))
        and not _ADOPTED.search(upper)
        and len(upper) <= _LONGEST_ENTRY
        and not _CONTENTS.match(lower)
    )


def _score(lines: Sequence[Line], places: range, named: set[str], body: int, *, first: int) -> int:
    text = _joint(lines, places)
    if len(text) > _LONGEST_NAME or ends_sentence(text) or "。" in text or _DAY.match(text):
        return 0
    below = lines[places.stop].text if places.stop < len(lines) else ""
    typed = bool(_NAME.search(text))
    score = 4 * typed + 4 * (text in named) + 4 * (places.start == first)
    score += 3 * bool(_adoption(below) or _CONTENTS.match(below) or places.stop == body)
    score += (lines[places.start].level == 1) + len(places) - 1
    if _NOTICE_NAME.search(text) or _ORDER.search(text):
        score -= 6
    return score if typed or score >= 5 else 0  # noqa: PLR2004 - the signs' weights


def _joint(lines: Sequence[Line], places: range) -> str:
    text = without_padding("".join(lines[i].text for i in places))
    inside = text[1:-1] if text.startswith("《") and text.endswith("》") else "》"
    return text if "》" in inside else inside


def _adoption(text: str) -> bool:
    return bool(_DAY.search(text[:40]) and (text[:1] in "（(" or _ADOPTED.search(text)))


def read_front(lines: Sequence[Line], places: Sequence[int], name: range) -> tuple[Text, ...]:
    """The notices before the body in their order, the name among them under kind `title`."""
    texts: list[Text] = []
    position = 0
    while position < len(places):
        index = places[position]
        if index == name.start and name:
            run = list(name)
        else:
            run = _run(lines, places[position : position + _NOTICE_LINES], name)
        words = _joint(lines, name) if index in name else "\n".join(lines[i].text for i in run)
        kind = "title" if index in name else text_kind(words)
        texts.append(Text(kind, words, lines[index].number))
        position += len(run)
    return tuple(texts)


def _run(lines: Sequence[Line], places: Sequence[int], name: range) -> list[int]:
    """One line, or all the lines of a bracket that closes further down."""
    depth, run = 0, list[int]()
    for index in places:
        if index in name and name:
            break
        text = lines[index].text
        if not run and text[0] not in "（(":
            return [index]
        run.append(index)
        depth += sum(text.count(c) for c in "（(") - sum(text.count(c) for c in "）)")
        if depth <= 0:
            return run
    return run[:1]


def text_kind(text: str) -> str:
    """What a line of front or back matter is: adoption, order, decision, date, signature, text."""
    if is_date(text):
        return "date"
    if _adoption(text) and not ends_sentence(text.rstrip("）)")):
        return "adoption"
    if _ORDER.search(text):
        return "order"
    if text.endswith("决定") and not ends_sentence(text):
        return "decision"
    return "signature" if is_signature(text) else "text"
