"""What Open Badges 3.0 asks of an achievement credential beyond the data model.

The required members of 1EdTech's JSON schema of AchievementCredential; what it leaves open is open.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import Problems
from gongtu.engines.credentials.checking.values import (
    Check,
    each,
    is_so,
    members,
    text,
    type_names,
)

# Open Badges asks for a list of proofs, however many there are.
BADGES = frozenset({"OpenBadgeCredential", "AchievementCredential"})


def _has(name: str) -> Check:
    return is_so(
        lambda value: isinstance(value, list) and name in type_names(value),
        lambda: _("应为列表，含%(value)s") % {"value": name},
    )


# What the data model has looked at already need only be there.
_there = Check(lambda _value: True, lambda _value, _pointer: iter(()))
_criteria = members({}, {"id": text, "narrative": text})
_achievement = members(
    {
        "id": text, "type": _has("Achievement"), "name": text, "description": text,
        "criteria": _criteria,
    },
    {"achievementType": text},
)  # fmt: skip
_subject = members({"type": _has("AchievementSubject"), "achievement": _achievement})
_issuer = members({"id": _there, "type": _has("Profile")})
_badge = members(
    {"id": _there, "issuer": _issuer, "validFrom": _there, "credentialSubject": each(_subject)}
)


def is_badge(document: Mapping[str, Any]) -> bool:
    return not BADGES.isdisjoint(type_names(document.get("type")))


def badge_problems(document: dict[str, Any]) -> Problems:
    """What an achievement credential lacks; nothing for any other."""
    if is_badge(document):
        yield from _badge(document, "")
