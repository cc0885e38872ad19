"""What was drawn by a seed, so that anybody may draw it again."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.sittings import queries as sittings
from gongtu.registers.sittings.choices import Drawn
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request, reads
from gongtu.web.wording import name_of


@reads
def show_draw(request: Request, draw: int) -> HttpResponse:
    """The seed, the numbers that took part, and those drawn; no name of anybody."""
    found = sittings.get_draw(draw)
    session = found.sitting.session
    context = {
        "draw": found,
        "kind": label_of(Drawn(found.kind)),
        "number": session.case_number,
        "seal_hash": sittings.seal_of(found),
        "assessor": name_of(session.filing.assessor.organisation),
        "occupation": session.assessed,
        "grade": label_of(Grade(session.grade)),
        "planned_on": session.planned_on,
    }
    return render(request, "public/show_draw.html", context)
