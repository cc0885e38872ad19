"""A provision's English lies in its folder, complete and without leftovers."""

import pytest

from gongtu.engines.casework.texts import english
from gongtu.provisions import Provision, discover
from tests.provisions.spoken import known, spoken

PROVISIONS = discover()


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda p: p.key)
def test_every_text_has_its_english(provision: Provision) -> None:
    assert [text for text in spoken(provision) if text not in known(provision)] == []


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda p: p.key)
def test_no_english_is_left_over(provision: Provision) -> None:
    """A unit may be put better than for all: 件 of awards are awards, and not cases."""
    assert sorted(english(provision.folder).keys() - spoken(provision).keys()) == []
