"""The statute as data: its text, structure, corrections, obligations and references."""

from gongtu.law.references import Article, article

__all__ = ["Article", "article"]
