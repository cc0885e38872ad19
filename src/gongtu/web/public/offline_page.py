"""The page that checks a certificate on the reader's own device, with or without a network."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import Kind, kinds
from gongtu.web.http import Request
from gongtu.web.public.offline_words import step_words, words
from gongtu.web.public.verdict_words import unentitled, verdict_in_words, verdicts_of
from gongtu.web.wording import language

# What the page's script is made of, by the names that its parts call one another.
MODULES = {
    "verify/libraries": "vendor/verify/libraries.min.js",
    "verify/json": "js/verify/json.js",
    "verify/code": "js/verify/code.js",
    "verify/proof": "js/verify/proof.js",
    "verify/keys": "js/verify/keys.js",
    "verify/inclusion": "js/verify/inclusion.js",
    "verify/authority": "js/verify/authority.js",
    "verify/status": "js/verify/status.js",
    "verify/verdict": "js/verify/verdict.js",
    "verify/camera": "js/verify/camera.js",
    "verify/material": "js/verify/material.js",
    "verify/words": "js/verify/words.js",
    "verify/sheet": "js/verify/sheet.js",
    "verify/page": "js/verify/page.js",
}
# Whatever is of no kind that a register knows is read as a certificate of a grade.
USUAL = "skill-certificate"
BESIDE = ("css/gongtu.css", "img/mark.svg")


def offline_page() -> dict[str, Any]:
    """What the script is told, and where its parts are."""
    return {
        "told": {
            "material": reverse("api:get_offline_material"),
            "worker": spoken(reverse("offline_worker")),
            "stands_still": settings.GONGTU_TODAY is not None,
            "language": "en-GB" if language() == "en" else "zh-CN",
            "verdicts": {one.value: verdict_in_words(one) for one in Verdict},
            "suspended": verdict_in_words(Verdict.CANNOT_TELL, suspended=True),
            "unentitled": unentitled(),
            "kinds": {kind.key: _told_of(kind) for kind in kinds()},
            "usual": USUAL,
            "steps": step_words(),
            "says": words(),
        },
        "modules": json.dumps({"imports": {n: static(path) for n, path in MODULES.items()}}),
    }


def _told_of(kind: Kind) -> dict[str, Any]:
    """The lines of a kind as it is printed, by the members of its subject, and its own words."""
    form, at = kind.form, int(language() == "en")
    lines = [(line[at], line[2]) for line in form.fields]
    lines += [(form.issuer[at], "issuer"), (form.issued[at], "issued")]
    return {"fields": lines, "verdicts": verdicts_of(kind)}


def spoken(address: str) -> str:
    """The address in the language of its reader: what a worker asks for says no other."""
    return f"{address}?language={get_language()}"


def told_language(request: Request) -> str:
    """The language that an address names, else the reader's."""
    named = request.GET.get("language", "")
    return named if named in dict(settings.LANGUAGES) else get_language() or settings.LANGUAGE_CODE


def kept_addresses() -> list[str]:
    """What a device keeps beside the page."""
    return [static(path) for path in (*MODULES.values(), *BESIDE)]
