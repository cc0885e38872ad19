"""Where in our files a declaration stands, so that a mistake in it can be told with its place."""

import sys
from pathlib import Path

_HERE = str(Path(__file__).parent)


def declared_at() -> str:
    """`file:line` of the nearest caller outside this engine."""
    frame = sys._getframe(1)
    while frame.f_back and (frame.f_code.co_filename.startswith((_HERE, "<"))):
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"
