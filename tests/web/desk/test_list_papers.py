"""Old papers by a page: judged and given back, or judged, looked at, confirmed and signed once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.engines.credentials.models import Credential, CredentialBatch
from gongtu.parties.capacity import Capacity
from gongtu.records.files.models import StoredFile
from gongtu.records.jobs.models import Job
from tests.cast import Cast
from tests.factories.skills import filing
from tests.registers.skills.test_papers import HEAD, OLD, OWN, line

ADDRESS = reverse("desk:list_papers")


@pytest.fixture(autouse=True)
def _filed(cast: Cast) -> None:
    filing(cast)


def hand_in(cast: Cast, *rows: str, by: Capacity | None = None) -> Any:
    """Where the file leads to."""
    file = SimpleUploadedFile("papers.csv", (HEAD + "".join(rows)).encode())
    return cast.client(by or cast.clerk).post(ADDRESS, {"papers": file}, follow=True)


def test_what_is_looked_at_and_confirmed_is_entered_once(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    assert "还没有补录过纸质证书" in client.get(ADDRESS).content.decode()

    judged = hand_in(cast, line(OWN.format(1)))
    shown = judged.content.decode()
    assert "1行全部无误，还没有补录" in shown
    assert not Credential.objects.exists()

    where = judged.redirect_chain[-1][0]
    landed = client.post(where, follow=True)
    again = client.post(where, follow=True)

    batch = CredentialBatch.objects.get()
    root = batch.document["credentialSubject"]["rootHash"]
    assert "新补录1份，这一批共1份" in landed.content.decode()
    assert root in landed.content.decode()
    assert landed.redirect_chain == again.redirect_chain
    assert root in client.get(ADDRESS).content.decode()
    assert Credential.objects.count() == 1
    assert not StoredFile.objects.exists()


def test_the_archive_is_entered_by_the_office(cast: Cast) -> None:
    judged = hand_in(cast, line(OLD.format(1), day="2016-05-06"), by=cast.liu)

    landed = cast.client(cast.liu).post(judged.redirect_chain[-1][0], follow=True)

    assert "新补录1份" in landed.content.decode()
    assert CredentialBatch.objects.get().organisation == cast.bodies["hrss"].pk


def test_wrong_rows_are_given_back_and_nothing_is_entered(cast: Cast) -> None:
    judged = hand_in(cast, line(OWN.format(1)), line("Y1"))
    where = judged.redirect_chain[-1][0]
    client = cast.client(cast.clerk)

    assert "发现1处问题，一行也没有补录" in judged.content.decode()
    assert "第3行" in judged.content.decode()
    refused = client.post(where)
    assert refused.status_code == 422
    assert "有需要改正的行" in refused.content.decode()
    workbook = client.get(f"{where}errors/")
    assert b"".join(workbook.streaming_content).startswith(b"PK")
    assert not Credential.objects.exists()


def test_the_same_file_again_adds_nothing(cast: Cast) -> None:
    for _time in range(2):
        judged = hand_in(cast, line(OWN.format(1)))
        landed = cast.client(cast.clerk).post(judged.redirect_chain[-1][0], follow=True)

    assert "新补录0份，这一批共1份" in landed.content.decode()
    assert Credential.objects.count() == CredentialBatch.objects.count() == 1


def test_a_table_of_something_else_is_told_at_once(cast: Cast) -> None:
    file = SimpleUploadedFile("x.csv", "甲,乙\n1,2\n".encode())

    answer = cast.client(cast.clerk).post(ADDRESS, {"papers": file})

    assert answer.status_code == 422
    assert "表头缺少" in answer.content.decode()


def test_it_is_nobody_elses(cast: Cast) -> None:
    where = hand_in(cast, line(OWN.format(1))).redirect_chain[-1][0]

    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    for method in ("get", "post"):
        assert getattr(cast.client(cast.other_clerk), method)(where).status_code == 404
    assert Job.objects.count() == 1
