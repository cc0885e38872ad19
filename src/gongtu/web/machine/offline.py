"""What a browser asks for to keep the page that checks certificates without a network."""

from __future__ import annotations

import hashlib
import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from gongtu.web.http import Request
from gongtu.web.public.offline_page import kept_addresses, spoken, told_language


@require_safe
def worker(request: Request) -> HttpResponse:
    """The service worker, another one whenever what it keeps is another."""
    with override(told_language(request)):
        page, kept = spoken(reverse("public:check_offline")), kept_addresses()
    digest = hashlib.sha256(json.dumps([page, kept]).encode()).hexdigest()[:12]
    context = {"page": page, "kept": kept, "shelf": digest}
    answer = render(request, "machine/worker.js", context, content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """What makes it an app on a phone."""
    icon = {"src": static("img/mark.svg"), "sizes": "any", "type": "image/svg+xml"}
    told = {
        "name": _("工途：查验证书"),
        "short_name": _("查验证书"),
        "start_url": reverse("public:check_offline"),
        "scope": reverse("public:check_certificate"),
        "display": "standalone",
        "background_color": "#fffefb",
        "theme_color": "#a3231c",
        "icons": [{**icon, "purpose": "any"}],
    }
    return JsonResponse(told, content_type="application/manifest+json")
