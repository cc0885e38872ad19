"""Old papers handed in by a machine, a line each: one key, one batch."""

import json
from typing import Any

import pytest

from gongtu.engines.credentials.models import Credential, CredentialBatch
from gongtu.records.jobs.models import Job
from tests.api.conftest import ROOT
from tests.cast import Cast, id_number
from tests.factories.skills import filing
from tests.registers.skills.test_papers import OWN, SINCE

PAPER = {
    "number": OWN.format(1), "name": "王师傅", "id_number": id_number(1), "occupation": "装配钳工",
    "grade": "高级工", "issued_on": str(SINCE), "mark": "A-7",
}  # fmt: skip
KEY = "papers-2026-09-01"


@pytest.fixture(autouse=True)
def _filed(cast: Cast) -> None:
    filing(cast)


def hand_in(cast: Cast, *papers: Any, by: Any = None, key: str = KEY) -> Any:
    told = "\n".join(paper if isinstance(paper, str) else json.dumps(paper) for paper in papers)
    return cast.client(by or cast.clerk).post(
        ROOT + "/papers",
        told,
        content_type="application/x-ndjson",
        headers={"Idempotency-Key": key} if key else {},
    )


def test_papers_are_entered_and_asked_after(cast: Cast) -> None:
    answer = hand_in(cast, PAPER)

    assert answer.status_code == 202
    told = cast.client(cast.clerk).get(f"{ROOT}/papers/{answer.json()['key']}").json()
    batch = CredentialBatch.objects.get()
    assert (told["state"], told["rows"], told["new"], told["batch"]) == ("done", 1, 1, batch.pk)
    assert told["root"] == batch.document["credentialSubject"]["rootHash"]


def test_one_key_is_one_file(cast: Cast) -> None:
    first, second = hand_in(cast, PAPER).json(), hand_in(cast, PAPER).json()
    other = hand_in(cast, {**PAPER, "mark": "A-8"})

    assert first["key"] == second["key"]
    assert (other.status_code, other.json()["type"]) == (422, "urn:gongtu:problem:key-used")
    assert hand_in(cast, PAPER, key="").status_code == 422
    assert Job.objects.count() == Credential.objects.count() == 1


def test_wrong_lines_are_told_by_row_and_column(cast: Cast) -> None:
    told = hand_in(cast, PAPER, {**PAPER, "number": "Y1"}).json()

    assert told["problems"] == 1
    assert (told["first"][0]["row"], told["first"][0]["column"]) == (2, "证书编号")
    assert told["batch"] is None
    assert not Credential.objects.exists()


def test_what_is_no_paper_is_refused(cast: Cast) -> None:
    answer = hand_in(cast, '{"no": 1}')

    assert answer.status_code == 422
    assert "第1行" in answer.json()["detail"]


def test_it_is_nobody_elses(cast: Cast) -> None:
    key = hand_in(cast, PAPER).json()["key"]

    assert hand_in(cast, PAPER, by=cast.wang, key="another-key").status_code == 403
    assert cast.client(cast.other_clerk).get(f"{ROOT}/papers/{key}").status_code == 404
