"""Whether a transcript is the school's own to sign (Art. 24)."""

from datetime import date
from typing import Any

from gongtu.base.speech import gettext as _
from gongtu.engines.credentials.verify import Authority
from gongtu.registers.credits.models import Student


def kept_there(organisation: int, document: dict[str, Any], _on: date) -> Authority:
    """A school signs transcripts of its own students, and nobody else does."""
    number = document["credentialSubject"]["transcript"]
    if Student.objects.filter(number=number, programme__school=organisation).exists():
        return Authority(True, _("由登记这份成绩单的学校出具"))
    return Authority(False, _("出具单位没有登记这份成绩单"))
