"""What single procedures add to the page of their cases."""

import pytest
from django.template.loader import get_template

from gongtu.base.errors import Broken
from gongtu.engines.casework.registry import get_procedure
from gongtu.web.cases.sections import section, sections


def test_each_section_belongs_to_a_procedure_and_has_its_template():
    for key, one in sections().items():
        assert get_procedure(key).key == key
        assert get_template(one.template)


def test_a_procedure_has_one_section():
    taken = next(iter(sections()))

    with pytest.raises(Broken, match=taken):
        section(taken, "cases/sections/draft.html")(lambda _case, _on: None)
