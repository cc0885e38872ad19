"""The English of the pages."""

from gongtu.ops import messages

PAGE = """
<p>
    <b>
  {% translate "公示" %}
</b>{% blocktranslate trimmed %}第 {{ n }} 条{% endblocktranslate %}
"""


def test_template_and_python_are_both_read(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf8")
    code = tmp_path / "code.py"
    code.write_text('_("已送达")\nngettext("%(n)s 天", "%(n)s 天", n)\n', "utf8")

    said = [[message for _, message, _, _ in messages.messages_in(file)] for file in (page, code)]

    assert said == [["公示", "第 %(n)s 条"], ["已送达", ("%(n)s 天", "%(n)s 天")]]


def test_plural_needs_all_its_forms():
    assert messages.complete(("one day", "%(n)s days"))
    assert not messages.complete(("one day", ""))


def test_missing_english_is_a_gap():
    assert messages.Gaps(("公示",), (), ())
    assert not messages.Gaps((), (), ())
