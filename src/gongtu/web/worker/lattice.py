"""A worker's career channels: what each employer published, and where the reader stands on it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gongtu.parties import queries as parties
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.queries import Fit
from gongtu.registers.careers.rows import Post
from gongtu.registers.titles.choices import TitleLevel
from gongtu.web.chain_page import label_of
from gongtu.web.ladder_page import level_words
from gongtu.web.lattice_page import lattice_page, standing_words, usual_words
from gongtu.web.matching_page import basis_words, lack_words
from gongtu.web.wording import name_of


def lattice_pages(person: UUID, on: date) -> dict[str, Any]:
    """One for each employer of the day."""
    return {
        "employers": [_employer(person, body, on) for body in parties.list_employers(person, on)]
    }


def _employer(person: UUID, body: Any, on: date) -> dict[str, Any]:
    version = careers.LATTICES.latest(body.pk)
    if version is None:
        return {"name": name_of(body), "page": None}
    lattice = careers.lattice_of(version)
    record = careers.own_record(person, body.pk, on=on)
    standing = careers.standing_of(record, lattice)
    fits = careers.posts_for(record, lattice, on=on)
    return {
        "name": name_of(body),
        "on": version.published_on,
        "page": lattice_page(body.pk, lattice, standing),
        "standing": standing and standing_words(standing),
        "fitting": [
            _fitting(post, fit)
            for track in Track
            for post, fit in reversed(fits)
            if post.track is track and fit.fits
        ],
        "lacking": [_lacking(post, fit) for post, fit in fits if not fit.fits],
    }


def _fitting(post: Post, fit: Fit) -> dict[str, Any]:
    """A post whose grade and title one has, and by what."""
    return {
        **_post(post),
        "basis": basis_words(fit.basis),
        "title": fit.title and level_words(TitleLevel(fit.title.level)),
    }


def _lacking(post: Post, fit: Fit) -> dict[str, Any]:
    return {**_post(post), "lacks": [lack_words(one) for one in fit.lacks]}


def _post(post: Post) -> dict[str, Any]:
    return {
        "name": usual_words(post.name),
        "track": label_of(post.track),
        "asks": usual_words(post.asks),
    }
