from tests.api.conftest import ROOT
from tests.factories import cases, skills

PATH = f"{ROOT}/me/entitlements"


def test_worker_is_told_what_is_owed_and_what_is_missing(cast, certificate):
    skills.insured(cast)

    (told,) = cast.client(cast.wang).get(PATH).json()

    assert told["benefit"] == "skill-upgrade-subsidy"
    assert told["subject"]["key"] == certificate.number
    assert (told["verdict"], told["amount"]) == ("unknown", None)
    assert [gap["who_decides"] for gap in told["missing"] if gap["who_decides"]] != []
    assert told["claimed"] is False


def test_claim_that_runs_is_marked(cast, certificate):
    cases.claim(cast, certificate.number)

    (told,) = cast.client(cast.wang).get(PATH).json()

    assert told["claimed"] is True


def test_organisation_has_no_entitlements_of_a_worker(cast):
    assert cast.client(cast.clerk).get(PATH).status_code == 403
