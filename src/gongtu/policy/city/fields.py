"""Reads single fields; what is wrong is noted with its line, and something empty is returned."""

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked


class Fields:
    """Collects the mistakes of one pass."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def finish(self) -> None:
        """Raise what was noted, if anything."""
        if self.problems:
            raise Broken("\n".join(self.problems))

    def _texts(self, entry: Marked, name: str) -> tuple[str, ...]:
        return tuple(str(mark.value) for mark in self._list(entry, name))

    def _list(self, entry: Marked, name: str) -> tuple[Marked, ...]:
        field = entry.fields.get(name, entry)
        if isinstance(field.value, tuple):
            return field.value
        self.problems.append(field.says(f"{name}: a list is expected"))
        return ()

    def _text(self, entry: Marked, name: str, default: str | None = None) -> str:
        field = entry.fields.get(name)
        if field is None and default is not None:
            return default
        if field is not None and isinstance(field.value, str) and field.value.strip():
            return field.value.strip()
        self.problems.append((field or entry).says(f"{name}: some text is expected"))
        return ""

    def _part(self, entry: Marked, name: str) -> Marked:
        part = entry.fields.get(name, Marked({}, entry.path, entry.line))
        if isinstance(part.value, dict):
            return part
        self.problems.append(part.says(f"{name}: fields are expected"))
        return Marked({}, part.path, part.line)
