"""Somebody who reads English and follows links, page by page, without a browser."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from lxml import html

from tests.browser.town import Town

FEW = 2
MORE = {
    "/statute/*/": 50,
    "/cases/*/": 10,
    "/cases/*/letters/*/": 10,
    "/worker/entitlements/*/": 12,
}
ELSEWHERE = re.compile(r"/(api|static|xapi|accounts)/|/account/(sign-out|export)|\.\w+$")


class Reader:
    """Nobody in particular, until they enter as one of the cast."""

    def __init__(self, town: Town) -> None:
        self.town, self.jar = town, CookieJar()
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(self.jar))

    def enter(self, account: int) -> Reader:
        """As one of the cast, as the button of the sign-in page does it."""
        page = html.fromstring(self.read("/account/sign-in/"))
        token = page.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]
        told = urlencode({"csrfmiddlewaretoken": token, "account": account}).encode()
        self._ask("/account/demo/", told)
        return self

    def read(self, address: str) -> str:
        """The page, a refusal too; empty where it is a file, or leads elsewhere."""
        answer = self._ask(address)
        is_page = answer.headers.get_content_type() == "text/html"
        is_here = urlsplit(answer.geturl()).path == urlsplit(address).path
        return answer.read().decode() if is_page and is_here else ""

    def walk(self, seen: set[str], *, start: str = "/") -> Iterator[tuple[str, str]]:
        """Pages that links lead to: all that are declared, and of what is on record a few.

        Left out are those `seen`, to which these are added.
        """
        waiting, met = deque([start]), Counter[str]()
        while waiting:
            here = waiting.popleft()
            if not (page := self.read(here)):
                seen.discard(here)
                continue
            yield here, page
            for link in links_of(page, here):
                kind = kind_of(link)
                if link not in seen and met[kind] < MORE.get(kind, FEW):
                    met[kind] += 1
                    seen.add(link)
                    waiting.append(link)

    def _ask(self, address: str, told: bytes | None = None) -> HTTPResponse | HTTPError:
        headers = {"Accept-Language": "en", "Referer": self.town.address}
        request = Request(self.town.address + address, told, headers)
        try:
            answer: HTTPResponse = self.opener.open(request, timeout=60)
        except HTTPError as refusal:
            return refusal
        return answer


def links_of(page: str, here: str) -> list[str]:
    """Where the page leads on this platform, in its order, without places inside of pages."""
    found = html.fromstring(page).xpath("//a/@href")
    told = (urlsplit(urljoin(here, link)) for link in found)
    ours = (one._replace(fragment="").geturl() for one in told if not one.netloc and one.path)
    return list(dict.fromkeys(link for link in ours if not ELSEWHERE.search(urlsplit(link).path)))


def kind_of(link: str) -> str:
    """The address without what is on record: `/cases/*/` for `/cases/20260000012/`."""
    parts = urlsplit(link)
    path = re.sub(r"(?<=/)[^/]*\d[^/]*", "*", parts.path)
    asked = ",".join(sorted(part.split("=")[0] for part in parts.query.split("&")))
    return f"{path}?{asked}" if asked else path
