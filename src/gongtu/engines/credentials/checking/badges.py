"""What Open Badges 3.0 asks of an achievement credential beyond the data model.

The classes of 1EdTech's JSON schema of AchievementCredential, member by member; what it leaves
open is open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.badge_words import (
    ACHIEVEMENT_TYPES,
    IDENTIFIER_TYPES,
    RESULT_TYPES,
    STATUSES,
    TARGET_TYPES,
)
from gongtu.engines.credentials.checking.problem import Problem, Problems, at
from gongtu.engines.credentials.checking.values import (
    Check,
    is_so,
    listed,
    members,
    stamp,
    text,
    type_names,
)
from gongtu.engines.credentials.contexts import V2

# Open Badges asks for a list of proofs, however many there are.
BADGES = frozenset({"OpenBadgeCredential", "AchievementCredential"})
CONTEXT = re.compile(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json")
# Words of one's own stand beside those of the schema.
OWN_WORD = re.compile(r"ext:[A-Za-z0-9|._-]+")
LANGUAGE = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
TOKEN = re.compile(r"[\w-]+\.[\w-]*\.[\w-]+", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _has(*names: str) -> Check:
    def _has_all(told: list[str]) -> bool:
        return all(name in told for name in names)

    return is_so(
        lambda value: isinstance(value, list) and _has_all(type_names(value)),
        lambda: _("应为列表，含%(value)s") % {"value": "、".join(names)},
    )


def _is(name: str) -> Check:
    return is_so(lambda value: bool(value == name), lambda: _("应为%(value)s") % {"value": name})


def _like(pattern: re.Pattern[str]) -> Check:
    return is_so(
        lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None,
        lambda: _("写法不对"),
    )


def _one_of(words: frozenset[str], *, own: bool = True) -> Check:
    def holds(value: Any) -> bool:
        return isinstance(value, str) and (
            value in words or (own and OWN_WORD.search(value) is not None)
        )

    return is_so(holds, lambda: _("不是Open Badges 3.0的用语"))


def _several(check: Check) -> Check:
    """A list, even of one or none."""

    def told(value: Any, pointer: str) -> Problems:
        if not isinstance(value, list):
            yield Problem(pointer, _("应为列表"))
            return
        for one, where in listed(value, pointer):
            yield from check(one, where)

    return Check(lambda value: isinstance(value, list) and all(map(check.holds, value)), told)


def _closed(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    """An object with these members and no other."""
    known = members(required, optional)
    names = required.keys() | (optional or {}).keys()

    def holds(value: Any) -> bool:
        return known.holds(value) and value.keys() <= names

    def told(value: Any, pointer: str) -> Problems:
        yield from known(value, pointer)
        for name in value.keys() - names if isinstance(value, dict) else ():
            yield Problem(at(pointer, name), _("Open Badges 3.0在这里不许有这一项"))

    return Check(holds, told)


def _later(name: str) -> Check:
    """One of the classes below, which may hold one another."""

    def holds(value: Any) -> bool:
        return _classes[name].holds(value)

    def told(value: Any, pointer: str) -> Problems:
        yield from _classes[name](value, pointer)

    return Check(holds, told)


def _is_led(contexts: list[Any]) -> bool:
    """Whether the words of the data model come first, and those of Open Badges second."""
    first, second = (*contexts[:2], None, None)[:2]
    return first == V2 and isinstance(second, str) and CONTEXT.fullmatch(second) is not None


def _texts(*names: str) -> dict[str, Check]:
    return dict.fromkeys(names, text)


# What the data model has looked at already need only be there.
_there = Check(lambda _value: True, lambda _value, _pointer: iter(()))
_number = is_so(lambda value: type(value) in (int, float), lambda: _("应为数"))
_typed = members({"type": text}, _texts("id"))
_named = members(_texts("id", "type"))
_image = _closed({"id": text, "type": _is("Image")}, _texts("caption"))
_endorsed = {
    "endorsement": _several(_later("endorsement")), "endorsementJwt": _several(_like(TOKEN)),
}  # fmt: skip
_alignment = members(
    {"type": _has("Alignment"), **_texts("targetName", "targetUrl")},
    {"targetType": _one_of(TARGET_TYPES),
     **_texts("targetCode", "targetDescription", "targetFramework")},
)  # fmt: skip
_aligned = {"alignment": _several(_alignment)}
_identity = _closed(
    {
        "type": _is("IdentityObject"), "identityHash": text,
        "identityType": _one_of(IDENTIFIER_TYPES),
        "hashed": is_so(lambda value: isinstance(value, bool), lambda: _("应为true或者false")),
    },
    _texts("salt"),
)  # fmt: skip
_identifier = _closed(
    {
        "type": _is("IdentifierEntry"), "identifier": text,
        "identifierType": _one_of(IDENTIFIER_TYPES),
    }
)  # fmt: skip
_evidence = members(
    {"type": _has("Evidence")},
    _texts("id", "narrative", "name", "description", "genre", "audience"),
)
_place = members({"type": _is("GeoCoordinates"), "latitude": _number, "longitude": _number})
_address = members(
    {"type": _has("Address")},
    {"geo": _place,
     **_texts("addressCountry", "addressCountryCode", "addressRegion", "addressLocality",
              "streetAddress", "postOfficeBoxNumber", "postalCode")},
)  # fmt: skip
_profile = members(
    {"id": text, "type": _has("Profile")},
    {
        "image": _image, "address": _address, "otherIdentifier": _several(_identifier),
        "parentOrg": _later("profile"), "dateOfBirth": _like(DAY), **_endorsed,
        **_texts("name", "url", "phone", "description", "email", "official", "familyName",
                 "givenName", "additionalName", "patronymicName", "honorificPrefix",
                 "honorificSuffix", "familyNamePrefix"),
    },
)  # fmt: skip
_level = members(
    {"type": _has("RubricCriterionLevel"), **_texts("id", "name")},
    {**_aligned, **_texts("description", "level", "points")},
)
_expected = members(
    {
        "type": _has("ResultDescription"), "resultType": _one_of(RESULT_TYPES),
        **_texts("id", "name"),
    },
    {
        **_aligned, "allowedValue": _several(text), "rubricCriterionLevel": _several(_level),
        **_texts("requiredLevel", "requiredValue", "valueMax", "valueMin"),
    },
)  # fmt: skip
_result = members(
    {"type": _has("Result")},
    {
        **_aligned, "status": _one_of(STATUSES, own=False),
        **_texts("achievedLevel", "resultDescription", "value"),
    },
)  # fmt: skip
_related = members(
    {"id": text, "type": _has("Related")}, {"inLanguage": _like(LANGUAGE), "version": text}
)
_achievement = members(
    {
        "type": _has("Achievement"), "criteria": members({}, _texts("id", "narrative")),
        **_texts("id", "name", "description"),
    },
    {
        "achievementType": _one_of(ACHIEVEMENT_TYPES), "creator": _profile, "image": _image,
        "creditsAvailable": _number, "inLanguage": _like(LANGUAGE),
        "otherIdentifier": _several(_identifier), "related": _several(_related),
        "resultDescription": _several(_expected), "tag": _several(text), **_aligned, **_endorsed,
        **_texts("fieldOfStudy", "humanCode", "specialization", "version"),
    },
)  # fmt: skip
_subject = members(
    {"type": _has("AchievementSubject"), "achievement": _achievement},
    {
        "activityEndDate": stamp, "activityStartDate": stamp, "creditsEarned": _number,
        "identifier": _several(_identity), "image": _image, "result": _several(_result),
        "source": _profile,
        **_texts("id", "licenseNumber", "narrative", "role", "term"),
    },
)  # fmt: skip
# By its address, or told.
_issuer = Check(lambda value: isinstance(value, str) or _profile.holds(value), _profile.told)
_contexts = is_so(
    lambda value: isinstance(value, list) and _is_led(value),
    lambda: _("前两项应为凭证数据模型2.0和Open Badges 3.0的用语"),
)
_around = {
    "name": text, "description": text, "awardedDate": stamp,
    "credentialSchema": _several(_named), "credentialStatus": _named, "refreshService": _named,
    "termsOfUse": _several(_typed),
}  # fmt: skip
_needed = {"@context": _contexts, "id": _there, "issuer": _issuer, "validFrom": _there}
_badge = members(
    {**_needed, "credentialSubject": _subject},
    {**_around, **_endorsed, "image": _image, "evidence": _several(_evidence)},
)
_classes = {
    "profile": _profile,
    "endorsement": members(
        {
            **_needed, "type": _has("VerifiableCredential", "EndorsementCredential"),
            **_texts("id", "name"), "validFrom": stamp,
            "credentialSubject": members(
                {"id": text, "type": _has("EndorsementSubject")}, _texts("endorsementComment")
            ),
        },
        _around,
    ),
}  # fmt: skip


def is_badge(document: Mapping[str, Any]) -> bool:
    return not BADGES.isdisjoint(type_names(document.get("type")))


def badge_problems(document: dict[str, Any]) -> Problems:
    """What an achievement credential lacks; nothing for any other."""
    if is_badge(document):
        yield from _badge(document, "")
