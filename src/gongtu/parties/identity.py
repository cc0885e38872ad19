"""Identity numbers and phones on their way between people, ciphers and indexes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.base.speech import gettext as _
from gongtu.parties.crypto import keyring

_MOBILE = re.compile(r"1[3-9]\d{9}")


class WrongPhone(Refused):
    """The text is no mainland mobile number."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A mainland mobile number.

    >>> Phone.parse("+86 138-0013-8000").masked
    '138****8000'
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Phone:
        """Read a number as people type it, with or without +86.

        Raises:
            WrongPhone: Saying what was found.
        """
        plain = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
        plain = re.sub(r"^(\+86|0086)", "", plain)
        if not _MOBILE.fullmatch(plain):
            raise WrongPhone(
                _("手机号码应为1开头的11位数字，填写的是“%(number)s”。") % {"number": text.strip()}
            )
        return cls(plain)

    @property
    def masked(self) -> str:
        return f"{self.text[:3]}****{self.text[-4:]}"

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Phone({self.masked!r})"


def index_id_number(number: IdNumber) -> str:
    """The blind index under which a person is found."""
    return keyring().index("id-number", number.text)


def index_phone(phone: Phone) -> str:
    """The blind index under which an account or a person is found by phone."""
    return keyring().index("phone", phone.text)


def encipher_id_number(number: IdNumber, person: UUID) -> bytes:
    """The cipher, readable only for this person's row."""
    return keyring().encipher(number.text, about=about_id_number(person))


def decipher_id_number(sealed: bytes | memoryview[int], person: UUID) -> str:
    """The number in full; whoever shows it must be entitled and journaled."""
    return keyring().decipher(bytes(sealed), about=about_id_number(person))


def encipher_phone(phone: Phone, about: str) -> bytes:
    """The cipher, readable only for the row named ("person:…", "account")."""
    return keyring().encipher(phone.text, about=about_phone(about))


def decipher_phone(sealed: bytes | memoryview[int], about: str) -> str:
    """The number in full, or empty where none was given."""
    return keyring().decipher(bytes(sealed), about=about_phone(about))


def about_id_number(person: UUID) -> str:
    """What the cipher of a person's number is bound to."""
    return f"person:{person}:id-number"


def about_phone(about: str) -> str:
    """What the cipher of a phone is bound to."""
    return f"{about}:phone"
