"""What the folders declare is found, registered and checked against the norms of the city."""

from pathlib import Path

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.engines.entitlement.registry import benefits, get_benefit
from gongtu.engines.indicators.registry import get_indicator
from gongtu.law.services import services
from gongtu.provisions import discover


def test_procedures_benefits_indicators_and_services_are_known() -> None:
    discover()

    assert get_procedure("union-supervision").title == "工会劳动法律监督"
    assert get_benefit("skill-upgrade-subsidy").fund == "unemployment-insurance-fund"
    assert get_indicator("certificates-issued").unit == "份"
    assert "certificate-lookup" in {service.key for service in services()}


def test_a_claim_is_decided_by_the_rule_that_the_benefit_names() -> None:
    """So that a letter, the API and a run over the city name one version."""
    for benefit in benefits():
        if benefit.claim:
            assert get_procedure(benefit.claim).rule == benefit.version


def test_every_letter_of_a_claim_names_the_rule() -> None:
    claims = {get_procedure(benefit.claim) for benefit in benefits() if benefit.claim}
    texts = [
        kind.text_in(folder_of(claim.key), lang)
        for claim in claims
        for kind in claim.letters
        for lang in ("zh", "en")
    ]

    assert texts
    assert [path for path in texts if "{{ rule }}" not in path.read_text("utf8")] == []


def test_discovering_twice_changes_nothing() -> None:
    assert discover() == discover()


def test_a_norm_nobody_knows_is_named_with_file_and_line() -> None:
    norms = {norm for p in discover() for one in p.declared for norm in one.fulfils}

    with pytest.raises(Broken) as broken:
        discover(norms - {"craftsman-selection"})

    place, _, told = str(broken.value).splitlines()[0].partition(": ")
    file, line = place.rsplit(":", 1)
    assert "'craftsman-selection'" in told
    assert '"craftsman-selection"' in Path(file).read_text("utf8").splitlines()[int(line) - 1]
