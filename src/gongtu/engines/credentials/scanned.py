"""Checking what the code on paper carries: a code that cannot be read is a step that failed."""

from __future__ import annotations

from datetime import date

from gongtu.engines.credentials.carried import read
from gongtu.engines.credentials.checking.reading import Unreadable
from gongtu.engines.credentials.inclusion import as_kept
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import Verification, verify


def verify_code(code: str, *, on: date) -> Verification:
    """The verdict on the credential that a code carries, as of a day; never an exception."""
    found = Verification()
    try:
        document = read(code)
    except Unreadable as unreadable:
        found.tell("structure", False, unreadable.problem.says, [unreadable.problem])
        return found
    return verify(document, on=on)


def find_scanned(code: str) -> Credential | None:
    """The credential on record that a code carries, word for word."""
    try:
        document = read(code)
    except Unreadable:
        return None
    subject = document.get("credentialSubject") if isinstance(document, dict) else None
    number = subject.get("certificateNumber") if isinstance(subject, dict) else None
    credential = find_credential(number) if isinstance(number, str) else None
    return credential if credential and credential.document == as_kept(document) else None
