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
    for stage in procedure.stages:
        yield from (stage.label, stage.public)
    for stage in procedure.desks:
        if stage.notice:
            yield stage.notice.says
    for move in procedure.moves:
        yield from (move.label, move.label_past)
    yield from (letter.title for letter in procedure.letters)
    yield from (material.label for material in procedure.materials)
    for group in (*procedure.forms, *procedure.facts):
        for fact in group.facts.values():
            yield from (fact.label, fact.hint, *(label for _, label in fact.choices))
    for facts in procedure.facts:
        yield from (fact.source for fact in facts.facts.values())
    for condition in procedure.conditions:
        yield from (condition.says, condition.remedy)
    yield from (parameter.title for parameter in procedure.policy)


def _rest(provision: Provision) -> Iterator[str]:
    if provision.benefit is not None:
        yield provision.benefit.title
    if provision.service is not None:
        yield provision.service.title
    for indicator in provision.indicators:
        yield from (indicator.title, indicator.note)
