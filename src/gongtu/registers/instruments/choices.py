"""The states of a parameter decision, and the document it rests on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices


class State(TextChoices):
    """A decision is proposed, and then settled once for all."""

    PROPOSED = "proposed", "待批准"
    APPROVED = "approved", "已批准"
    REJECTED = "rejected", "已退回"
    WITHDRAWN = "withdrawn", "已撤回"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The document a value is decided by: its title, number and day, and the file kept of it."""

    title: str
    number: str = ""
    issued_on: date | None = None
    file: UUID | None = None
    note: str = ""
