"""How far a file of results is, to whoever handed it in and nobody else."""

from uuid import uuid4

import pytest
from django.urls import reverse

from gongtu.records.jobs.models import Job
from tests.cast import Cast


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_a_running_entry_shows_progress(cast: Cast, state: str) -> None:
    job = Job.objects.create(
        kind="results-entry", state=state, owner_account=cast.clerk.account, done=30, total=100,
        message="已核对30行",
    )  # fmt: skip
    address = reverse("enterprise:show_results", args=[job.pk])

    assert 'value="30"' in cast.client(cast.clerk).get(address).content.decode()
    assert cast.client(cast.other_clerk).get(address).status_code == 404


def test_what_failed_says_why(cast: Cast) -> None:
    job = Job.objects.create(
        kind="results-entry", state="failed", owner_account=cast.clerk.account,
        outcome={"reasons": ["超过100000行，请分成几份上传。"]},
    )  # fmt: skip

    shown = cast.client(cast.clerk).get(reverse("enterprise:show_results", args=[job.pk]))

    assert "超过100000行" in shown.content.decode()


def test_unknown_file_is_not_found(cast: Cast) -> None:
    address = reverse("enterprise:show_results", args=[uuid4()])

    assert cast.client(cast.clerk).get(address).status_code == 404
