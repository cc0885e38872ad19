"""What is shown on the questions about two jobs at once: how both stand on record now."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.registers.ladder.queries import jobs_of_overlap
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.web.cases.sections import section


@section("employment-correction", "cases/sections/jobs.html")
def jobs_page(case: Any, _on: date) -> dict[str, Any] | None:
    """Each job: with whom, as what, from which day up to which."""
    if not (jobs := jobs_of_overlap(str(case.answers["overlap"]))):
        return None
    names = names_of_occupations(job.occupation for job in jobs)
    return {
        "jobs": [
            {
                "employer": job.organisation.name,
                "occupation": names.get(job.occupation, job.occupation),
                "post": job.post,
                "since": job.since,
                "until": job.until,
            }
            for job in jobs
        ]
    }
