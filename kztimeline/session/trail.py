"""The trail: the events gone through one after another, the last being the present one."""

from __future__ import annotations

from typing import TypeAlias

Trail: TypeAlias = "tuple[str, ...]"
"""Ids of events."""


def followed(trail: Trail, here: str, there: str) -> Trail:
    """Return the trail after going from one event to another.

    From an event that the trail does not end with, a new trail begins.
    """
    if not trail or trail[-1] != here:
        trail = (here,)
    return (*trail, there)


def retraced(trail: Trail, here: str | None) -> Trail:
    """Return the trail one step back; its last event is the one to go to.

    Whoever has left the trail comes back to where it was left. A trail without a step
    is empty.
    """
    if trail and trail[-1] != here:
        return trail
    return trail[:-1]
