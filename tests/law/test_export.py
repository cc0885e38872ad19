import json

from gongtu.law.export import as_json, as_text
from gongtu.law.parse import parse_text

TEXT = """某市条例
第一章 总则
第一节 一般规定
第十四条 甲：
（一）乙；
（二）丙。
丁。
第十四条之一 戊。
— 1 —
"""


def test_json_has_the_promised_shape():
    told = json.loads(json.dumps(as_json(parse_text(TEXT)), ensure_ascii=False))
    assert told["title"] == "某市条例"
    assert [article["num"] for article in told["articles"]] == [14, "14-1"]
    assert told["articles"][0]["label"] == "第十四条"
    assert told["articles"][0]["text"] == "甲：\n（一）乙；\n（二）丙。\n丁。"
    assert [paragraph["text"] for paragraph in told["articles"][0]["paragraphs"]] == [
        "甲：\n（一）乙；\n（二）丙。",
        "丁。",
    ]
    assert [item["text"] for item in told["articles"][0]["paragraphs"][0]["items"]] == [
        "乙；",
        "丙。",
    ]
    headings = [(h["level"], h["num"], h["title"], h["articles"]) for h in told["headings"]]
    assert headings == [
        ("章", 1, "总则", [14, "14-1"]),
        ("节", 1, "一般规定", [14, "14-1"]),
    ]
    assert told["headings"][1]["parent"] == "chp_1"
    assert told["unplaced"] == [{"line": 9, "text": "— 1 —", "why": "页码"}]


def test_text_is_set_with_one_blank_line_between_parts():
    assert as_text(parse_text(TEXT).statute) == (
        "某市条例\n\n第一章　总则\n\n第一节　一般规定\n\n"
        "第十四条　甲：\n（一）乙；\n（二）丙。\n\n丁。\n\n第十四条之一　戊。\n"
    )
