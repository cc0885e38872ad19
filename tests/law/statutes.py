"""Statutes made up by hypothesis, as text in the forms that are met in the field."""

from hypothesis import strategies as st

from gongtu.law.numerals import to_chinese

WORDS = "职工企业应当依法劳动培训技能市区人民政府部门支持鼓励工匠竞赛补贴权益保障规划制度"

phrases = st.text(alphabet=WORDS, min_size=12, max_size=40)
titles = st.text(alphabet=WORDS, min_size=2, max_size=8)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    if not draw(st.booleans()):
        return [draw(phrases) + "。"]
    count = draw(st.integers(2, 4))
    brackets = draw(st.sampled_from(["（）", "()"]))
    items = [
        f"{brackets[0]}{to_chinese(n)}{brackets[1]}{draw(phrases)}" for n in range(1, count + 1)
    ]
    lead = f"{draw(phrases)}："
    return [lead, *(f"{item}；" for item in items[:-1]), f"{items[-1]}。"]


@st.composite
def articles(draw: st.DrawFn, num: int) -> list[str]:
    lines = [line for part in draw(st.lists(paragraphs(), min_size=1, max_size=3)) for line in part]
    gap = draw(st.sampled_from(["　", " ", "\n"]))
    lines[0] = f"第{to_chinese(num)}条{gap}{lines[0]}"
    return lines


@st.composite
def statute_texts(draw: st.DrawFn) -> tuple[str, int, int]:
    """(text, how many chapters, how many articles)."""
    chapters = draw(st.lists(st.integers(1, 3), min_size=0, max_size=4))
    names = [f"第{to_chinese(n)}章　{draw(titles)}" for n in range(1, len(chapters) + 1)]
    lines = [f"{draw(titles)}条例", "（2020年1月2日某市人民代表大会常务委员会第一次会议通过）"]
    if len(chapters) > 1 and draw(st.booleans()):
        lines += ["目　录", *names]
    num = 0
    for name, count in zip(names, chapters, strict=True) if chapters else [("", 3)]:
        lines += [name] if name else []
        for _ in range(count):
            num += 1
            lines += draw(articles(num))
    indent = draw(st.sampled_from(["", "　　"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\n\n"]))
    return end.join(indent + line for line in lines), len(chapters), num
