"""How far issuing is, to whoever started it and nobody else."""

from django.urls import reverse

from gongtu.records.jobs.models import Job
from tests.cast import Cast


def test_a_run_shows_how_far_it_is(cast: Cast) -> None:
    job = Job.objects.create(
        kind="sessions-issue", state="running", owner_account=cast.clerk.account, done=3, total=10,
        message="20260000003",
    )  # fmt: skip
    address = reverse("enterprise:show_issuing", args=[job.pk])

    assert 'value="30"' in cast.client(cast.clerk).get(address).content.decode()
    assert cast.client(cast.other_clerk).get(address).status_code == 404
