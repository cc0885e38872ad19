"""Looking at jobs."""

from uuid import UUID

from django.db.models import QuerySet

from gongtu.base.speech import recalled, said
from gongtu.records.jobs.models import Job, JobState


def get_job(key: UUID | str) -> Job:
    """Raises `Job.DoesNotExist` when there is none."""
    return Job.objects.get(pk=key)


def find_job(key: UUID | str) -> Job | None:
    """The job of that key, where it is still kept."""
    return Job.objects.filter(pk=key).first()


def find_own(key: UUID | str, *, kind: str, account: int | None) -> Job | None:
    """The job of that key and kind, if the account began it."""
    return list_jobs_of(account or 0).filter(pk=key, kind=kind).first()


def list_jobs_of(account: int) -> QuerySet[Job]:
    """The jobs an account started, newest first."""
    return Job.objects.filter(owner_account=account)


def doing(job: Job) -> str:
    """What it is doing now, in the reader's language."""
    return said(recalled(job.outcome.get("doing", "")))


def reasons_of(job: Job) -> list[str]:
    """Why it ended without success, in the reader's language; nothing where it did not."""
    return [said(recalled(reason)) for reason in job.outcome.get("reasons", ())]


def list_failed_jobs() -> QuerySet[Job]:
    return Job.objects.filter(state=JobState.FAILED)
