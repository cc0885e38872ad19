"""A certificate of a special ability, as the page shows it on which it is taken back."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def row_of(held: Any) -> dict[str, Any]:
    """Whose it is, of what, and where the public checks it."""
    return {
        "number": held.number,
        "name": held.person.name,
        "title": held.name,
        "issued_on": held.issued_on,
        "may_revoke": held.revoked_on is None,
        "check": reverse("public:show_verdict", args=[held.number]),
    }
