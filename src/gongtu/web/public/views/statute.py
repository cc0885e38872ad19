"""The statute: contents, articles with what carries them out, corrections, downloads."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongtu.oversight import lawmap
from gongtu.policy.city import active_city
from gongtu.web.asking import day_asked
from gongtu.web.http import Request, reads
from gongtu.web.public import statute_page


@reads
def list_articles(request: Request) -> HttpResponse:
    """Chapters and articles, each with how far it is carried out."""
    edition, standing = statute_page.edition_on(day_asked(request))
    context = {
        "on": day_asked(request),
        "statute": statute_page.head_of(edition, day_asked(request), standing),
        "chapters": statute_page.chapters_of(edition, lawmap.law_map()),
        "corrections": len(edition.corrections),
    }
    return render(request, "public/list_articles.html", context)


@reads
def show_article(request: Request, number: str) -> HttpResponse:
    """One article, paragraph by paragraph, and the chain that carries it out."""
    on = day_asked(request)
    edition, standing = statute_page.edition_on(on)
    page = statute_page.article_page(edition, number, on=on, full=request.capacity.is_signed_in)
    if page is None:
        raise Http404(number)
    head = statute_page.head_of(edition, on, standing)
    return render(request, "public/show_article.html", {"statute": head, **page})


@reads
def list_corrections(request: Request) -> HttpResponse:
    """Every correction of the printed text, with its reason and source."""
    edition, _standing = statute_page.edition_on(day_asked(request))
    rows = [statute_page.correction_row(entry) for entry in edition.corrections]
    return render(request, "public/list_corrections.html", {"corrections": rows})


@reads
def download_statute(request: Request, form: str) -> HttpResponse:
    """The text as Akoma Ntoso, JSON or plain text."""
    edition, _standing = statute_page.edition_on(day_asked(request))
    forms = {
        "akn": (statute_page.as_akn, "application/xml", "xml"),
        "json": (statute_page.as_json, "application/json", "json"),
        "text": (statute_page.as_text, "text/plain; charset=utf-8", "txt"),
    }
    if form not in forms:
        raise Http404(form)
    write, kind, ending = forms[form]
    response = HttpResponse(write(edition), content_type=kind)
    name = f"{active_city().key}-{edition.version.key}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
