"""The head of the document: work, expression, manifestation, events, bodies, notes."""

from collections.abc import Iterator, Sequence

from gongtu.law.akn.about import About
from gongtu.law.akn.elements import AKN, Element, texts
from gongtu.law.corrections import Correction
from gongtu.law.parse import Parsed

SOURCE = "#gongtu"


def meta(parsed: Parsed, about: About, corrections: Sequence[Correction]) -> Element:
    """The `meta` of a statute."""
    head = AKN.meta(
        identification(about, "main"),
        _lifecycle(about),
        _references(about),
    )
    notes = list(_notes(parsed, corrections))
    if notes:
        head.append(AKN.notes(*notes, source=SOURCE))
    return head


def identification(about: About, component: str) -> Element:
    """The three levels of the FRBR model for the statute (`main`) or one of its annexes."""
    work, expression = about.uri, about.expression
    return AKN.identification(
        AKN.FRBRWork(
            AKN.FRBRthis(value=f"{work}/!{component}"),
            AKN.FRBRuri(value=work),
            AKN.FRBRdate(date=str(about.adopted_on), name="adopted"),
            AKN.FRBRauthor(href="#author"),
            AKN.FRBRcountry(value=about.country),
            AKN.FRBRname(value=about.title),
        ),
        AKN.FRBRExpression(
            AKN.FRBRthis(value=f"{expression}/!{component}"),
            AKN.FRBRuri(value=expression),
            AKN.FRBRdate(date=str(about.since), name="in-force"),
            AKN.FRBRauthor(href="#author"),
            AKN.FRBRlanguage(language=about.language),
        ),
        AKN.FRBRManifestation(
            AKN.FRBRthis(value=f"{expression}/!{component}.xml"),
            AKN.FRBRuri(value=f"{expression}.xml"),
            AKN.FRBRdate(date=str(about.made_on), name="made"),
            AKN.FRBRauthor(href=SOURCE),
        ),
        source=SOURCE,
    )


def _lifecycle(about: About) -> Element:
    events = [
        AKN.eventRef(
            date=str(act.on),
            eId=f"meta__lifecycle__e_{num}",
            source="#original",
            type="generation",
            refersTo=f"#{act.kind}",
        )
        for num, act in enumerate(about.acts, 1)
    ]
    last = AKN.eventRef(
        date=str(about.since),
        eId=f"meta__lifecycle__e_{len(events) + 1}",
        source="#original",
        type="generation",
        refersTo="#in-force",
    )
    return AKN.lifecycle(*events, last, source=SOURCE)


def _references(about: About) -> Element:
    author = about.acts[0].by if about.acts else "制定机关"
    kinds = {act.kind: f"{act.by} {act.instrument}".strip() for act in about.acts}
    events = [
        AKN.TLCEvent(eId=kind, href=f"/akn/ontology/event/{kind}", showAs=label)
        for kind, label in {**kinds, "in-force": "施行"}.items()
    ]
    return AKN.references(
        AKN.original(eId="original", href=about.uri, showAs=about.title),
        AKN.TLCOrganization(eId="author", href="/akn/ontology/organization/author", showAs=author),
        AKN.TLCOrganization(
            eId="gongtu", href="/akn/ontology/organization/gongtu", showAs="工途 Gongtu"
        ),
        *events,
        source=SOURCE,
    )


def _notes(parsed: Parsed, corrections: Sequence[Correction]) -> Iterator[Element]:
    for entry in corrections:
        change = f"原为“{entry.found}”，作“{entry.corrected}”"
        says = f"勘误（{entry.kind}）第{entry.line}行：{change}。{entry.why}"
        yield AKN.note(*texts(" ".join(says.split())), eId=f"note_{entry.id}")
    for num, left in enumerate(parsed.unplaced, 1):
        says = f"来源第{left.line}行未归入：{left.text}（{left.why}）"
        yield AKN.note(*texts(says), eId=f"note_unplaced_{num}")
