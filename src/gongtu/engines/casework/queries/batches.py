"""Batches as their desk reads them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from gongtu.engines.casework.models import Batch, BatchLine, Case
from gongtu.parties.capacity import Capacity


def list_batches(by: Capacity) -> QuerySet[Batch]:
    """The batches of the reader's desk, newest first, with their counts."""
    batches = Batch.objects.filter(body=by.organisation or 0).select_related("payment_run__fund")
    return batches.annotate(
        cases=Count("lines"),
        left=Count("lines", filter=Q(lines__sampled=True, lines__sound=None)),
        granted=Count("lines", filter=Q(lines__granted=True)),
    ).order_by("-id")


def lines_of(batch: Batch) -> QuerySet[BatchLine]:
    """Its cases with all that a row shows, the sample first."""
    lines = batch.lines.select_related(
        "case__division", "case__opener_person", "case__opener_organisation",
        "case__holder_organisation", "looked_by",
    )  # fmt: skip
    return lines.order_by("-sampled", "id")


def count_desk(by: Capacity) -> Mapping[tuple[str, str], int]:
    """How many cases of each procedure lie in each stage on the reader's desk; one query."""
    cases = Case.objects.filter(holder_organisation=by.organisation or 0, closed_on=None)
    rows = cases.order_by().values_list("procedure", "stage").annotate(n=Count("pk"))
    return {(procedure, stage): n for procedure, stage, n in rows.order_by("procedure", "stage")}
