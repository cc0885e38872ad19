"""What the credentials do by themselves: fetch what issuers elsewhere whom we believe publish."""

from datetime import datetime
from typing import Any

from gongtu.engines.credentials.fetching import ROUND, fetch_documents, fetch_lists
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work


@work("fetch-issuers", every=Every(pause=ROUND))
def fetch_issuers(job: Job) -> dict[str, Any]:
    """Ask each issuer on the city's list for its keys, then for the status lists that were noted.

    Only for what is due.  It is the only time that anybody is asked.
    """
    at = datetime.fromisoformat(job.payload["at"])
    return {
        "keys": fetch_documents(at=at, only_due=True),
        "lists": fetch_lists(at=at, only_due=True),
    }
