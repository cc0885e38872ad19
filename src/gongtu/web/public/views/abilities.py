"""Special abilities that are examined, for anybody."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.standards.queries import get_ability_published
from gongtu.web.http import Request, reads
from gongtu.web.public import abilities_page


@reads
def list_abilities(request: Request) -> HttpResponse:
    """Every published project, found by any part of its name."""
    return render(request, "public/list_abilities.html", abilities_page.list_page(request))


@reads
def show_ability(request: Request, project: int) -> HttpResponse:
    """One project with its norm and who examines it."""
    context = abilities_page.ability_page(get_ability_published(project), request.on)
    return render(request, "public/show_ability.html", context)
