"""The language a description is read in, and the folder its English comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongtu.engines.casework import texts
from gongtu.engines.casework.registry import folder_of
from gongtu.engines.entitlement.wording import Language
from gongtu.law import Article
from gongtu.parties.roles import Role


@dataclass(frozen=True, slots=True)
class Reader:
    """Says the declaration's Chinese in the reader's language."""

    lang: Language
    folder: Path

    @classmethod
    def of(cls, key: str, lang: str) -> Reader:
        """The reader of one procedure; any tag of Chinese counts as `zh`."""
        return cls("zh" if lang.startswith("zh") else "en", folder_of(key))

    def say(self, zh: str) -> str:
        return texts.say(zh, self.lang, self.folder)

    def choose(self, zh: str, en: str) -> str:
        """The platform's own words, which no provision translates."""
        return zh if self.lang == "zh" else en

    def role(self, role: Role) -> str:
        return self.choose(role.label, role.label_en)

    def place(self, article: Article) -> str:
        """条例第40条第2款, or Article 40, paragraph 2."""
        paragraph = f", paragraph {article.paragraph}" if article.paragraph else ""
        return self.choose(str(article), f"Article {article.number}{paragraph}")
