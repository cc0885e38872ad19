"""Somebody with a browser: what they press, fill in and read, and what the page did wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

from tests.browser.town import Town
from tests.browser.words import said

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}


@dataclass
class Visitor:
    """One window; every page it shows must be without errors."""

    town: Town
    page: Page
    lang: str
    wrong: list[str] = field(default_factory=list)

    @classmethod
    def come(
        cls,
        browser: Browser,
        town: Town,
        name: str = "",
        *,
        phone: bool = False,
        lang: str = "zh",
        dark: bool = False,
        scripts: bool = True,
    ) -> Visitor:
        context = browser.new_context(
            base_url=town.address,
            viewport=PHONE if phone else DESKTOP,
            locale=LANGUAGES[lang],
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
            has_touch=phone,
            device_scale_factor=1,
        )
        context.set_default_timeout(15_000)
        visitor = cls(town, context.new_page(), lang)
        visitor.page.on("console", visitor._heard)
        visitor.page.on("pageerror", lambda error: visitor.wrong.append(str(error)))
        if name:
            visitor.enter(name)
        return visitor

    def enter(self, name: str) -> Visitor:
        """Become one of the cast, by one press and no password."""
        self.to("/account/sign-in/")
        self.page.locator("form").filter(has_text=name).get_by_role("button").first.click()
        self.settled()
        return self

    def to(self, address: str) -> Visitor:
        self.page.goto(address)
        return self.settled()

    def settled(self) -> Visitor:
        """The page stands, without sideways scrolling and without an error."""
        self.page.wait_for_load_state("load")
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        wide = int(self.page.evaluate("document.documentElement.scrollWidth"))
        assert wide <= width, f"{self.here} is {wide}px wide in a window of {width}px"
        assert not self.wrong, f"{self.here}: {self.wrong}"
        return self

    def press(self, zh: str, *, within: Locator | None = None) -> Visitor:
        """A button, or a link that stands for one, by its Chinese source text."""
        place, name = within or self.page.locator("main"), said(zh, self.lang)
        button = place.get_by_role("button", name=name, exact=True)
        link = place.get_by_role("link", name=name, exact=True)
        button.or_(link).first.click()
        return self.settled()

    def open(self, part: str) -> Visitor:
        """The first link on the page whose address holds this."""
        self.page.locator(f'main a[href*="{part}"]').first.click()
        return self.settled()

    def fill(self, **told: str) -> Visitor:
        """Fields by their name in the form: text, a choice, or a tick."""
        for name, value in told.items():
            fields = self.page.locator(f'main [name="{name}"]')
            kind = fields.first.get_attribute("type")
            if kind in {"radio", "checkbox"}:
                chosen = f'main [name="{name}"][value="{value}"]' if value != "on" else ""
                (self.page.locator(chosen) if chosen else fields).first.check()
            elif fields.first.evaluate("one => one.tagName") == "SELECT":
                fields.first.select_option(value)
            else:
                fields.first.fill(value)
        return self

    def enclose(self, name: str, file: Path) -> Visitor:
        self.page.locator(f'main [name="{name}"]').set_input_files(file)
        return self

    def reads(self, *texts: str) -> Visitor:
        """The page says all of this, as it is: names, numbers, amounts."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)
        return self

    def is_told(self, *texts: str) -> Visitor:
        """The page says all of this in the reader's language."""
        return self.reads(*(said(text, self.lang) for text in texts))

    def is_not_told(self, *texts: str) -> Visitor:
        for text in texts:
            expect(self.page.locator("main")).not_to_contain_text(said(text, self.lang))
        return self

    def says(self) -> str:
        return self.page.locator("main").inner_text()

    @property
    def here(self) -> str:
        return urlsplit(self.page.url).path

    def leave(self) -> None:
        self.page.context.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not _told_by_status(message.text):
            self.wrong.append(message.text)


def _told_by_status(text: str) -> bool:
    """A refusal is an answer: the browser only repeats its status."""
    return bool(re.search(r"the server responded with a status of (403|404|409|422)", text))
