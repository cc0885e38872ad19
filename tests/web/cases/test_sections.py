"""What single procedures add to the page of their cases."""

import pytest
from django.template.loader import get_template
from django.urls import reverse

from gongtu.base.errors import Broken
from gongtu.engines.casework.registry import get_procedure
from gongtu.web.cases.sections import section, sections
from tests.cast import Cast
from tests.factories import standards


def test_each_section_belongs_to_a_procedure_and_has_its_template():
    for key, one in sections().items():
        assert get_procedure(key).key == key
        assert get_template(one.template)


def test_a_procedure_has_one_section():
    taken = next(iter(sections()))

    with pytest.raises(Broken, match=taken):
        section(taken, "cases/sections/draft.html")(lambda _case, _on: None)


def test_project_shows_every_opinion_and_where_it_is_published(cast: Cast) -> None:
    project = standards.ability(cast)

    page = cast.client(cast.school).get(reverse("cases:show_case", args=[project.case_number]))

    shown = page.content.decode()
    assert "请了1名专家，已经收到1份意见。" in shown
    assert "王师傅" in shown
    assert reverse("public:show_ability", args=[project.pk]) in shown
