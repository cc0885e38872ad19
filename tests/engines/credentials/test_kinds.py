"""Each register says what its credentials tell; nobody else knows a kind by name."""

from dataclasses import replace

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.credentials.kinds import (
    Kind,
    KindUnknown,
    PublicFields,
    kind_of,
    kinds,
    shapes,
    use_kind,
)
from gongtu.engines.credentials.models import Credential
from gongtu.registers.wallet.choices import Part


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_what_is_always_told_names_nobody_and_stands_on_the_form(kind: Kind) -> None:
    printed = {member for _zh, _en, member in kind.form.fields}

    assert not {part.value for part in Part} & set(kind.always)
    assert printed & set(kind.always)
    assert kind.form.on_card <= printed


def test_shapes_are_told_once_and_apart_by_their_kind() -> None:
    told = list(shapes())

    named = {shape.__dataclass_fields__["kind"].default for shape in told}
    assert len(told) == len(set(told)) == len(named)
    assert all(issubclass(shape, PublicFields) for shape in told)


def test_of_a_kind_on_no_register_nothing_is_told() -> None:
    with pytest.raises(KindUnknown, match="没有这一编号的证书"):
        kind_of(Credential(kind="unheard-of"))


def test_no_key_is_taken_twice() -> None:
    taken = next(iter(kinds()))

    use_kind(taken)
    with pytest.raises(Broken, match=taken.key):
        use_kind(replace(taken))
