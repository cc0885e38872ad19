"""All tables of the records; each lies beside what writes it."""

from gongtu.records.changes.models import Change, Taken
from gongtu.records.files.models import StoredFile
from gongtu.records.jobs.models import Job, Schedule
from gongtu.records.journal.models import (
    JournalEntry,
    JournalHead,
    JournalText,
    Seal,
    SealedHead,
)
from gongtu.records.outbox.models import Message

__all__ = [
    "Change",
    "Job",
    "JournalEntry",
    "JournalHead",
    "JournalText",
    "Message",
    "Schedule",
    "Seal",
    "SealedHead",
    "StoredFile",
    "Taken",
]
