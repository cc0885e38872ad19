"""Batches and runs as the desk shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.registry import get_procedure, procedures
from gongtu.engines.ledger.queries import total_paid_in
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.records.jobs.queries import doing, find_job
from gongtu.registers.offers import queries as offers
from gongtu.web.cases.present import case_row
from gongtu.web.http import Request
from gongtu.web.wording import money, name_of, title_of

SHOWN = 20


def require_human_resources(by: Capacity) -> None:
    """Only for officers of human resources.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    if by.role is not HRSS:
        raise NotEntitled(_("全城核算由人力资源社会保障部门办理。"))


def list_page(by: Capacity) -> dict[str, Any]:
    """What waits by kind of claim; the batches so far; the runs."""
    counts = cases.count_desk(by)
    running = offers.find_running()
    return {
        "merges": by.role is HRSS,
        "kinds": [
            {
                "title": title_of(each),
                "waiting": counts.get((each.key, each.first.key), 0),
                "draw": reverse("desk:draw_batch", args=[each.key]),
            }
            for each in procedures()
            if each.first.held_by == by.role and casework.granting_move(each)
            if counts.get((each.key, each.first.key))
        ],
        "batches": [_batch(batch) for batch in cases.list_batches(by)[:SHOWN]],
        "runs_here": by.role is HRSS,
        "running": _progress(running.job_key) if running else None,
        "last_run": offers.last_run(),
    }


def batch_page(batch: Any, request: Request) -> dict[str, Any]:
    """The sample first; what may be done with the batch now."""
    procedure = get_procedure(batch.procedure)
    lines = [_line(line, request) for line in cases.lines_of(batch)]
    left = sum(line["to_look_at"] for line in lines)
    drawn = batch.state == "drawn"
    run = batch.payment_run
    return {
        "batch": batch,
        "title": title_of(procedure),
        "sample": [line for line in lines if line["sampled"]],
        "rest": [line for line in lines if not line["sampled"]],
        "left": left,
        "may_grant": drawn and not left,
        "is_open": drawn,
        "may_pay": not drawn and run is None and request.capacity.person != batch.granted_by_id,
        "run": _run(run) if run else None,
    }


def _batch(batch: Any) -> dict[str, Any]:
    return {
        "title": title_of(get_procedure(batch.procedure)),
        "address": reverse("desk:show_batch", args=[batch.pk]),
        "drawn_on": batch.drawn_on,
        "cases": batch.cases,
        "left": batch.left,
        "granted": batch.granted,
        "state": _state(batch),
        "mood": "wait" if batch.state == "drawn" else "good",
    }


def _state(batch: Any) -> str:
    if batch.payment_run_id is not None:
        return _("已发放")
    return _("抽样核对中") if batch.state == "drawn" else _("已核定，待发放")


def _line(line: Any, request: Request) -> dict[str, Any]:
    opener = line.case.opener_organisation or line.case.opener_person
    return {
        **case_row(line.case, request.capacity, on=request.on),
        "opener": name_of(opener) if opener else "",
        "sampled": line.sampled,
        "sound": line.sound,
        "note": line.note,
        "looked_by": line.looked_by.name if line.looked_by else "",
        "to_look_at": line.sampled and line.sound is None,
        "granted": line.granted,
        "refused": line.refused,
    }


def _run(run: Any) -> dict[str, Any]:
    count, fen = total_paid_in(run)
    return {"count": count, "sum": money(Yuan.of_fen(fen)), **_progress(run.job_key)}


def _progress(key: Any) -> dict[str, Any]:
    job = find_job(key) if key else None
    return {
        "percent": job.percent if job else 0,
        "state": job.state if job else "",
        "message": doing(job) if job else "",
    }
