"""Persons: found by number without reading it, shown masked, searched only where one may look."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.parties.identity import Phone, decipher_id_number, decipher_phone, index_id_number
from gongtu.parties.models import Person

SEARCH_LIMIT = 50
LOOKUP_CHUNK = 5000


class PersonUnknown(Refused):
    """No such person is on record."""


def get_person(person_id: UUID | str) -> Person:
    """The person under an id of ours, with the division."""
    person = Person.objects.select_related("division").filter(pk=person_id).first()
    if person is None:
        raise PersonUnknown(_("没有登记这个人。"))
    return person


def find_person_by_id_number(text: str) -> Person | None:
    """Whoever is registered under a certified number.

    Raises:
        WrongIdNumber: The text breaks a digit rule; the reasons say which.
    """
    index = index_id_number(IdNumber.parse(text))
    return Person.objects.filter(id_number_index=index).first()


def index_known(indexes: Sequence[str]) -> dict[str, tuple[UUID, str]]:
    """Blind index → (id, name) of those already registered, asked in chunks."""
    known: dict[str, tuple[UUID, str]] = {}
    for start in range(0, len(indexes), LOOKUP_CHUNK):
        chunk = indexes[start : start + LOOKUP_CHUNK]
        rows = Person.objects.filter(id_number_index__in=chunk)
        known |= {
            index: (person, name)
            for index, person, name in rows.values_list("id_number_index", "id", "name")
            if index is not None
        }
    return known


def read_id_number(person: Person) -> str:
    """The number in full; callers must be entitled and journal the reading."""
    return decipher_id_number(person.id_number_cipher, person.id)


def masked_id_number(person: Person) -> str:
    """The number as pages show it, or empty after erasure."""
    number = read_id_number(person)
    return IdNumber(number).masked if number else ""


def masked_phone(person: Person) -> str:
    """The phone as pages show it, or empty."""
    phone = decipher_phone(person.phone_cipher, f"person:{person.id}")
    return Phone(phone).masked if phone else ""


def search_persons(text: str, visible: Q) -> QuerySet[Person]:
    """Persons by name or by whole ID number, inside what `access.persons_visible_to` allows."""
    words = text.strip()
    found = Person.objects.filter(visible, erased_on=None)
    return found.filter(_named(words)).distinct().order_by("name", "id")[:SEARCH_LIMIT]


def _named(words: str) -> Q:
    try:
        return Q(id_number_index=index_id_number(IdNumber.parse(words)))
    except Refused:
        return Q(name__startswith=words)


def names_of(persons: Iterable[UUID]) -> dict[UUID, str]:
    """Names for a page that lists many; one query."""
    return dict(Person.objects.filter(pk__in=list(persons)).values_list("id", "name"))
