"""Two texts of a standard side by side: with the edition before, or with what was commented on."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.registers.standards.services import comment
from tests.cast import DAY, Cast
from tests.factories import standards


@pytest.mark.parametrize("asked", ["", "?with=commented"])
def test_text_is_compared_section_by_section(cast: Cast, asked: str) -> None:
    first = standards.opened(cast)
    comment(first.pk, "太短。", by=cast.wang, on=DAY)
    changed = f"{standards.TEXT}\n# 安全\n先断电。"
    cast.client(cast.clerk).post(
        reverse("public:answer_comment", args=[first.pk, first.comments.get().pk]),
        {"outcome": "accepted"},
    )
    after = standards.UNTIL + timedelta(days=1)
    standards.move(first, "send", cast.clerk, on=after, final=changed)

    page = Client().get(reverse("public:compare_standard", args=[first.pk]) + asked)

    told = page.content.decode()
    assert "<ins>先断电。</ins>" in told
    assert ("没有更早的版次" in told) is (not asked)
    assert ("没有改动" in told) is bool(asked)
