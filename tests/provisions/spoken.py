"""Every Chinese text of a provision that a reader may see, so that its English can be required."""

from collections.abc import Iterator

from gongtu.provisions import Provision


def spoken(provision: Provision) -> dict[str, None]:
    """The texts once each, in the order the declarations say them."""
    return dict.fromkeys(text for text in (*_procedure(provision), *_rest(provision)) if text)


def _procedure(provision: Provision) -> Iterator[str]:
    procedure = provision.procedure
    if procedure is None:
        return
    yield procedure.title
    yield from (text for stage in procedure.stages for text in (stage.label, stage.public))
    yield from (stage.notice.says for stage in procedure.desks if stage.notice)
    yield from (text for move in procedure.moves for text in (move.label, move.label_past))
    yield from (letter.title for letter in procedure.letters)
    yield from (material.label for material in procedure.materials)
    for fact in (f for group in (*procedure.forms, *procedure.facts) for f in group.facts.values()):
        yield from (fact.label, fact.hint, *(label for _, label in fact.choices))
    yield from (f.source for facts in procedure.facts for f in facts.facts.values())
    yield from (text for c in procedure.conditions for text in (c.says, c.remedy))
    yield from (parameter.title for parameter in procedure.policy)


def _rest(provision: Provision) -> Iterator[str]:
    if provision.benefit is not None:
        yield provision.benefit.title
    if provision.service is not None:
        yield provision.service.title
    for indicator in provision.indicators:
        yield from (indicator.title, indicator.note)
