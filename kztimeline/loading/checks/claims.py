"""Whether claims, disputes, causes and dates are what their sources say they are.

Part of `kzt check --strict`, on contents that have passed all other checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.edtf import Precision
from kztimeline.loading.checks.contents import Check, Contents, Problem
from kztimeline.loading.yaml_nodes import Place
from kztimeline.timeline.model import Claim, Event, Link

OWN_READING: Final = "Our reading:"
_CAUSES: Final = frozenset({"responds_to", "leads_to", "reverses"})
_NOBODY: Final = re.compile(
    r"\b(some|many|it is) (say|see|think|believe|believed|thought|said|rumou?red|alleged)\b"
    r"|\b(suspicions?|speculation|rumou?rs?)\b",
    re.IGNORECASE,
)
_EARLY: Final = re.compile(
    r"\b(preliminary|provisional|partial|initial|early|first)( official)? "
    r"(results?|counts?|figures?|returns|tall(y|ies)|tolls?)\b|, preliminary\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\bdays?\b", re.IGNORECASE)
_TIME: Final = re.compile(
    rf"\b(\d{{4}}|later|first|last|early|final(ly)?|{'|'.join(MONTHS)})\b", re.IGNORECASE
)
_REPORTED_LATER: Final = re.compile(
    r"\b(yesterday|today|tomorrow|days?|eve|night|midnight|morning|evening|weekend|earlier|later"
    r"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
"""What tells a reader that the day named beside it is that of the report."""
_NEAR: Final = 3
"""How many days off a slip is told from another event's day."""
_ARTICLE: Final = re.compile(r"(the|an?) ")
_WHEN: Final = re.compile(r"\W*[,(]| (in|on|at|of|by|after|before) ")


def disputes_real(contents: Contents) -> Iterator[Problem]:
    """A dispute sets one speaker against another, not an early count against a late one."""
    for number, event in enumerate(contents.file.events):
        place: Place = ("events", number, "disputed")
        speakers: dict[str, Claim] = {}
        for index, claim in enumerate(event.disputed):
            if _EARLY.search(f"{claim.by}, {claim.claim}"):
                yield Problem(
                    (*place, index),
                    "an early count does not contradict a later one",
                    "Give the final figure in the summary, and the early one under `note`.",
                )
            earlier = speakers.setdefault(_speaker(claim.by), claim)
            if earlier is not claim and _TIME.search(earlier.by + claim.by):
                yield Problem(
                    (*place, index),
                    f"{claim.by!r} and {earlier.by!r} seem to be one speaker at two times",
                    "Give what was said last, and what was said before under `note`.",
                )


def _speaker(by: str) -> str:
    """Return who speaks, without the article and without what comes after: when, or of what."""
    return _ARTICLE.sub("", _WHEN.split(by)[0].casefold(), count=1).strip()


def claims_have_their_day(contents: Contents) -> Iterator[Problem]:
    """A claim has the day on which it was made; an interval is a state that somebody attests."""
    for number, event in enumerate(contents.file.events):
        if not event.date.is_interval:
            continue
        opinions = [contents.documents.get(citation.source) for citation in event.sources]
        opinion_alone = all(o is not None and "opinion" in o.character for o in opinions)
        if event.attributed_to is not None or opinion_alone:
            yield Problem(
                ("events", number, "date"),
                f"{event.date} draws out what somebody says as if it had lasted",
                "Date the event to when it was said, or cite who attests that it lasted.",
            )


def causes_attributed(contents: Contents) -> Iterator[Problem]:
    """A link that states a cause says who sees it: a source cited by one of its events, or us."""
    events = {event.id: event for event in contents.file.events}
    for number, event in enumerate(contents.file.events):
        for index, link in enumerate(event.links):
            if link.kind in _CAUSES and (fault := _fault(link, event, events[link.to])):
                yield Problem(("events", number, "links", index, "basis"), *fault)


def _fault(link: Link, event: Event, other: Event) -> tuple[str, str] | None:
    if _NOBODY.search(link.basis):
        return (
            "the cause rests on what nobody in particular says",
            "Name who says it, or remove the link.",
        )
    if link.source is None:
        if link.basis.startswith(OWN_READING):
            return None
        return (
            "nobody is named who sees this cause",
            f"Give the `source`, or let the basis begin with “{OWN_READING}”.",
        )
    if link.source in {citation.source for one in (event, other) for citation in one.sources}:
        return None
    return (
        f"{link.source!r} is cited by neither of the two events",
        "Cite it there as well, with what it says.",
    )


def days_not_left_at_a_month(contents: Contents) -> Iterator[Problem]:
    """Where a source gives a day of the event's month, the event has it or says why not."""
    for number, event in enumerate(contents.file.events):
        if event.date.is_interval or event.date.precision is not Precision.MONTH:
            continue
        explained = _DAY.search(f"{event.note} {event.inference}") or event.disputed
        found = _day_of(event, " ".join(citation.says or "" for citation in event.sources))
        if found and not explained:
            yield Problem(
                ("events", number, "date"),
                f"a source is said to give {found!r}, and the event has the month alone",
                "Write the day, or say under `note` why it is not the day of the event.",
            )


def _day_of(event: Event, said: str) -> str | None:
    """Return the first day of the event's month that `said` names."""
    start = event.date.earliest
    if start is None:
        return None
    month = MONTHS[start.month - 1]
    named = rf"\b(\d{{1,2}}(?:st|nd|rd|th)? {month}|{month} \d{{1,2}}(?:st|nd|rd|th)?)\b(?! \d)"
    found = re.search(named, said, re.IGNORECASE)
    return found[0] if found else None


def days_agree(contents: Contents) -> Iterator[Problem]:
    """A day is one that its sources name, where they name one at all so near to it."""
    for number, event in enumerate(contents.file.events):
        day = event.date.earliest
        said = " ".join(citation.says or "" for citation in event.sources)
        told = _REPORTED_LATER.search(f"{said} {event.note}")
        explained = event.inference or event.disputed or told
        if day is None or day != event.date.latest or explained or _has_number(day.day, said):
            continue
        others = (day + dt.timedelta(off) for off in _OFFS if _can_move(day, off))
        named = [_in_words(other) for other in others if _names(other, said)]
        if named:
            yield Problem(
                ("events", number, "date"),
                f"its sources are said to give {' and '.join(named)}, not {_in_words(day)}",
                "Correct the day, or let `says` or `note` tell why the source names another.",
            )


_OFFS: Final = [off for off in range(-_NEAR, _NEAR + 1) if off]


def _can_move(day: dt.date, off: int) -> bool:
    return dt.date.min.toordinal() <= day.toordinal() + off <= dt.date.max.toordinal()


def _has_number(number: int, said: str) -> bool:
    return re.search(rf"\b0?{number}(st|nd|rd|th)?\b", said) is not None


def _names(day: dt.date, said: str) -> bool:
    month = MONTHS[day.month - 1]
    ending = "(?:st|nd|rd|th)?"
    named = rf"\b(?:{day.day}{ending} {month}|{month} {day.day}{ending})\b(?!,? (?!{day.year})\d)"
    return re.search(named, said, re.IGNORECASE) is not None


def _in_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


CLAIM_CHECKS: tuple[Check, ...] = (
    disputes_real,
    claims_have_their_day,
    causes_attributed,
    days_not_left_at_a_month,
    days_agree,
)
