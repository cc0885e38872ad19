"""The credit bank by API: rules for everybody, one's own offers and transcripts."""

from tests.api.conftest import ROOT, post
from tests.cast import DAY, id_number
from tests.factories.skills import certificate
from tests.scenarios.credit_bank import counted, opened

RULES = {"needed": 20, "ceiling": 12, "certificate": {"senior": {"机械基础": 6.5}}}


def test_rules_are_public_and_offers_and_transcripts_ones_own(client, cast):
    opened(cast.school, RULES)
    held, wang = certificate(cast), cast.client(cast.wang)

    (programme,) = client.get(f"{ROOT}/credit-programmes").json()
    (offer,) = wang.get(f"{ROOT}/me/credits").json()
    assert (programme["ceiling"], programme["rules"][0]["credits"]) == ("12", "6.5")
    assert (offer["source"], offer["used"]) == (held.number, "")
    assert offer["worth"][0]["courses"] == [{"course": "机械基础", "credits": "6.5"}]

    counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)

    (offer,) = wang.get(f"{ROOT}/me/credits").json()
    (transcript,) = wang.get(f"{ROOT}/me/transcripts").json()
    assert offer["used"] == "6.5学分已在甲技师学院用于课程机械基础"
    assert (transcript["earned"], transcript["missing"]) == ("6.5", "13.5")
    assert transcript["courses"][0]["converted_from"] == held.number
    signing = f"/me/transcripts/{transcript['number']}/signed"
    first, again = (post(wang, signing, {}) for _time in range(2))
    assert first.json() == again.json()
    assert first.json()["credential"]["credentialSubject"]["credits"] == "6.5"
    assert post(cast.client(cast.stranger), signing, {}).status_code == 404
    assert cast.client(cast.clerk).get(f"{ROOT}/me/transcripts").status_code == 403


def test_a_school_enrols_a_learner_once(client, cast):
    path = f"/credit-programmes/{opened(cast.school, RULES).pk}/students"
    told = {"name": cast.person(cast.wang).name, "id_number": id_number(1)}
    school = cast.client(cast.school)

    first, again = (post(school, path, told) for _time in range(2))

    assert first.status_code == 201
    assert first.json() == again.json()
    assert post(school, path, {**told, "name": "别人"}).status_code == 422
    assert post(cast.client(cast.clerk), path, told).status_code == 403
