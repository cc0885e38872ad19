"""Reading the journal."""

from uuid import UUID

from django.db.models import Q, QuerySet

from gongtu.records.journal.models import JournalEntry, Seal


def list_chain(chain: str) -> QuerySet[JournalEntry]:
    """A chain from its first entry, each with its words where they are not erased."""
    return JournalEntry.objects.filter(chain=chain).select_related("words").order_by("seq")


def entries_about_person(person_id: UUID | str) -> QuerySet[JournalEntry]:
    """Who looked at and who changed what concerns this person, newest first."""
    about = Q(subject_person=person_id) | Q(chain=f"person:{person_id}")
    return JournalEntry.objects.filter(about).select_related("words").order_by("-id")


def entries_of_kind(*kinds: str, procedure: str | None = None) -> QuerySet[JournalEntry]:
    """Events of these kinds, of one procedure or of all; what indicators count."""
    entries = JournalEntry.objects.filter(kind__in=kinds).order_by("id")
    return entries if procedure is None else entries.filter(procedure=procedure)


def last_entry() -> int:
    """The number of the newest entry, which changes with every event; 0 while there is none."""
    newest = JournalEntry.objects.order_by("-id").values_list("id", flat=True).first()
    return newest or 0


def find_last_seal() -> Seal | None:
    return Seal.objects.order_by("-number").first()


def text_of(entry: JournalEntry) -> str:
    """The words of an entry; empty where there were none or they were erased."""
    words = getattr(entry, "words", None)
    return words.text if words else ""
