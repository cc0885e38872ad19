"""The unofficial English translation of a statute, by chapter and article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml


@dataclass(frozen=True, slots=True)
class Translation:
    """Shown beside the Chinese text, never in its place; `label` says so.

    `articles` goes from 14, or "14-1", to the paragraphs in order; `chapters` from 1 to the title.
    """

    label: str
    title: str
    adoption: str
    chapters: Mapping[int, str] = field(hash=False)
    articles: Mapping[str, tuple[str, ...]] = field(hash=False)

    def paragraphs(self, article: int | str) -> tuple[str, ...]:
        """The paragraphs of an article; none where it is not translated."""
        return self.articles.get(str(article), ())


def load_translation(path: Path) -> Translation:
    """Read `statute_en.yaml`.

    Raises:
        Broken: A field is missing or an article is no list of paragraphs, all at once.
    """
    top = read_yaml(path)
    problems = [
        top.says(f"{name} is missing")
        for name in ("label", "title", "adoption", "chapters", "articles")
        if name not in top.fields
    ]
    articles = top.fields.get("articles", top).fields if not problems else {}
    problems += [
        article.says(f"article {number}: a list of paragraphs is expected")
        for number, article in articles.items()
        if not _is_list_of_texts(article)
    ]
    chapters = top.fields["chapters"].fields if not problems else {}
    problems += [
        title.says(f"chapter {number!r}: a number is expected")
        for number, title in chapters.items()
        if not number.isdecimal()
    ]
    if problems:
        raise Broken("\n".join(problems))
    words = {name: str(top.fields[name].value).strip() for name in ("label", "title", "adoption")}
    return Translation(
        **words,
        chapters={int(number): part.plain for number, part in chapters.items()},
        articles={number: tuple(article.plain) for number, article in articles.items()},
    )


def _is_list_of_texts(article: Marked) -> bool:
    return isinstance(article.value, tuple) and all(
        isinstance(part.value, str) and part.value.strip() for part in article.value
    )
