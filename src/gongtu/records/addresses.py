"""Where people open what is shown to them; issuers and status lists keep the public address."""

from django.conf import settings


def address_of(path: str) -> str:
    """The whole address of a page, for links that leave the page they stand on."""
    return f"{settings.GONGTU_LINK_URL or settings.GONGTU_BASE_URL}{path}"
