"""What the credentials do by themselves: fetch the keys of issuers elsewhere whom we believe."""

from datetime import datetime, time
from typing import Any

from gongtu.engines.credentials.fetching import fetch_documents
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work


@work("fetch-issuers", every=Every(daily=time(4, 20)))
def fetch_issuers(job: Job) -> dict[str, Any]:
    """Ask each issuer on the city's list for its keys; the only time that anybody is asked."""
    return fetch_documents(at=datetime.fromisoformat(job.payload["at"]))
