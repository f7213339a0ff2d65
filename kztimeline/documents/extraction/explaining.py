"""Says for a reader why a mention was read as it was, and what is doubtful about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.mentions import Alternative, Extracted

_NAMED = 3
_LEAST_LIKELY = 0.05
_EVIDENCE_SHOWN = 6


def doubt(found: Extracted) -> str | None:
    """Return what a curator should look at: a fault of the text, or the dates it can mean."""
    if not found.is_doubtful:
        return None
    return f"doubtful: {found.fault or candidates(found)}"


def candidates(found: Extracted) -> str:
    """Name the likeliest dates that a mention can mean, each with its share of one."""
    return " or ".join(f"{one.date} ({one.likelihood:.2f})" for one in likeliest(found))


def likeliest(found: Extracted) -> list[Alternative]:
    """Return the few dates that a mention can well mean, the likeliest first."""
    return [one for one in found.weighed[:_NAMED] if one.likelihood >= _LEAST_LIKELY]


def doubtful_first(mentions: list[Extracted]) -> list[Extracted]:
    """Return the doubtful mentions, faults of the text first, then the others as they stand."""
    doubtful = sorted((one for one in mentions if one.is_doubtful), key=_certainty)
    return doubtful + [one for one in mentions if not one.is_doubtful]


def _certainty(found: Extracted) -> tuple[bool, float]:
    return not found.fault, found.confidence


def explain(found: Extracted) -> list[str]:
    """Say in lines what decided: the candidates with the evidence for each, or how it was read."""
    if found.fault:
        return [found.fault]
    if not found.weighed:
        return [_read(found)]
    lines = [_weighed(one) for one in likeliest(found)]
    if found.date is None:
        return [*lines, "no candidate clearly wins, so none is taken"]
    return [*lines, f"such answers were right {found.confidence:.0%} of the time"]


def _read(found: Extracted) -> str:
    if found.date is None:
        return _why_undated(found)
    if found.anchor is None:
        return "says its own year"
    return f"read against {found.anchor}"


def _why_undated(found: Extracted) -> str:
    known = found.known or ""
    if known.startswith("BC"):
        return "lies before the year 1, and no date of a timeline does"
    if found.kind == "set" and known.startswith("XXXX-"):
        return "recurs, and is of no one year or week"
    return "names no date"


def _weighed(one: Alternative) -> str:
    shown = [f"{name} {worth:+.1f}" for name, worth in one.evidence[:_EVIDENCE_SHOWN]]
    return f"{one.date} {one.likelihood:.2f}: {', '.join(shown) or 'nothing speaks for it'}"
