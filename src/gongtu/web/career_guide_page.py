"""A career guide as both sides see it: what was proposed, answered and confirmed, by version."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.registers.careers import queries as careers
from gongtu.registers.careers.choices import GuideState
from gongtu.registers.ladder.queries import Aim
from gongtu.web.chain_page import label_of
from gongtu.web.ladder_page import rung_words

MOODS = {
    GuideState.PROPOSED: "wait",
    GuideState.CHANGE_ASKED: "wait",
    GuideState.AGREED: "good",
    GuideState.REVIEW_DUE: "wait",
}


def goal_words(goal: str) -> str:
    """A rung of the map, as it is stored."""
    track, _sep, rung = goal.partition("-")
    return rung_words(Aim(track, rung))


def guide_page(guide: Any, on: date) -> dict[str, Any]:
    """The latest version with its state, what is in force, and every version before."""
    latest, agreed = careers.latest_version(guide), careers.agreed_version(guide)
    every = sorted(guide.versions.all(), key=lambda one: one.version, reverse=True)
    return {
        "key": guide.pk,
        **state_words(guide, on),
        "latest": version_words(latest, on),
        "agreed": version_words(agreed, on) if agreed is not None and agreed != latest else None,
        "before": [version_words(one, on) for one in every if one not in (latest, agreed)],
    }


def state_words(guide: Any, on: date) -> dict[str, Any]:
    """How far the guide is, in words and colour."""
    state = careers.state_of(careers.latest_version(guide), on=on)
    return {"state": label_of(state), "mood": MOODS[state], "waits": state is GuideState.PROPOSED}


def version_words(version: Any, on: date) -> dict[str, Any]:
    """One version, with what the enterprise gives as far as it was told."""
    return {
        "version": version.version,
        "occupation": version.occupation.name,
        "goal": goal_words(version.goal),
        "steps": [line for line in version.steps.splitlines() if line.strip()],
        "training": version.training,
        "mentor": version.mentor,
        "working_time": version.working_time,
        "review_on": version.review_on,
        "is_due": version.agreed_on is not None and version.review_on <= on,
        "proposed_on": version.proposed_on,
        "agreed_on": version.agreed_on,
        "change_asked_on": version.change_asked_on,
        "change_asked": version.change_asked,
    }
