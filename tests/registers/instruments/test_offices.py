"""Every parameter of the statute has an office that may decide it."""

import pytest

from gongtu.parties.roles import OFFICES
from gongtu.policy import all_parameters
from gongtu.provisions import discover


@pytest.fixture(scope="module", autouse=True)
def provisions() -> None:
    discover()


def test_every_parameter_is_decided_by_a_public_body() -> None:
    strange = {
        parameter.key: parameter.decides
        for parameter in all_parameters()
        if parameter.decides not in {role.value for role in OFFICES}
    }

    assert strange == {}
