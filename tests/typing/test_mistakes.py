"""The type checker is part of the rule language: what means nothing must not pass it."""

from pathlib import Path

from mypy import api


def test_every_mistake_is_refused_by_mypy() -> None:
    said, errors, status = api.run([str(Path(__file__).with_name("mistakes.py"))])

    assert (status, errors) == (0, ""), said
