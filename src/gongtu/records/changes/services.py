"""Taking out of the log what a snapshot has taken in."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from gongtu.records.changes.models import Change, Taken


@transaction.atomic
def take(changes: Sequence[int], root: str, *, former: str) -> bool:
    """Forget the changes that the snapshot with this root holds, and no others.

    Numbers between them may belong to writers who have not committed yet.  Where another snapshot
    took in changes since `former` was read, nothing is forgotten: this one may lack some.
    """
    Taken.objects.get_or_create(pk=1, defaults={"root": ""})
    if not Taken.objects.filter(pk=1, root=former).update(root=root):
        return False
    for first, last in runs(sorted(changes)):
        Change.objects.filter(id__gte=first, id__lte=last).delete()
    return True


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers without a gap between them, as first and last.

    >>> list(runs([1, 2, 3, 7, 9, 10]))
    [(1, 3), (7, 7), (9, 10)]
    """
    first = last = None
    for number in numbers:
        if last is None or number != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
