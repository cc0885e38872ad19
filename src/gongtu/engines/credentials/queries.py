"""Finding credentials; the public finds one only by its number and its holder's name together."""

from collections.abc import Iterator
from unicodedata import normalize

from django.db.models import QuerySet

from gongtu.engines.credentials.choices import STATUS_OF, Purpose
from gongtu.engines.credentials.models import Credential, StatusList


def find_credential(number: str) -> Credential | None:
    """By its number as people type it: blanks and small letters do no harm."""
    return Credential.objects.filter(number=_typed(number)).first()


def find_public(number: str, name: str) -> Credential | None:
    """A credential whose number and holder's name both agree; what a stranger may ask."""
    credential = find_credential(number)
    if credential is None or not name.strip():
        return None
    held_by = str(credential.document["credentialSubject"].get("name", ""))
    return credential if _same_name(held_by, name) else None


def list_held(holder_index: str) -> QuerySet[Credential]:
    """Everything issued to one holder, newest first."""
    return Credential.objects.filter(holder_index=holder_index).order_by("-issued_on", "-id")


def list_issued(organisation: int) -> QuerySet[Credential]:
    """Everything an organisation issued, newest first."""
    return Credential.objects.filter(issuer_organisation=organisation).order_by("-id")


def set_bits(status_list: StatusList, purpose: Purpose) -> Iterator[int]:
    """The places of a list whose bit is set."""
    ended = status_list.credentials.filter(status=STATUS_OF[purpose])
    return ended.values_list("status_index", flat=True).order_by("status_index").iterator()


def _typed(number: str) -> str:
    return "".join(normalize("NFKC", number).split()).upper()


def _same_name(held_by: str, name: str) -> bool:
    def plain(text: str) -> str:
        return "".join(normalize("NFKC", text).split()).casefold()

    return bool(held_by) and plain(held_by) == plain(name)
