"""Terms of office: when they surely and perhaps ran, and which records are of one term.

A timeline collected from several sources records one term more than once: "Prime Minister,
2007 to 2012" and "Prime Minister of the Island, 10 January 2007 to 24 September 2012".
Such records are made one. An end on which they may agree is the finer of the two; between
two ends that disagree the term is doubtful. Two beginnings that the records give different
names, as `sworn in` and `credentials`, do not disagree: they are the steps by which the
office was entered, and it is held from the first.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, Date, parse
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.dates.edtf import Endpoint

Presence: TypeAlias = Literal["surely", "perhaps"]
Stretch: TypeAlias = tuple[dt.date, dt.date]
"""The first and the last of some days."""

TOGETHER: Final = 120
"""Days within which ends that disagree are still those of one term."""

_WORD: Final = pattern(r"\w+")
_ACTING: Final = pattern(
    r"^(?:acting|interim|caretaker)\s+|\s*[,(]\s*(?:acting|(?:ad )?interim|caretaker)\)?$",
    re.IGNORECASE,
)


class TermEnd(NamedTuple):
    """The first and the last day that an end of a term may be, and its EDTF text.

    Where two records disagree, `other` is the EDTF text of the other one.
    """

    earliest: dt.date
    latest: dt.date
    text: str
    other: str = ""

    @property
    def day(self) -> dt.date | None:
        """The one day that the end is known to be, or None."""
        return self.earliest if self.earliest == self.latest else None


class TermStep(NamedTuple):
    """A named day or time at which an office was entered: when somebody was sworn in."""

    name: str
    when: TermEnd


class OfficeTerm(NamedTuple):
    """An office held for a time.

    Attributes:
        title: The office; empty where an era has no other name for it.
        begins: When it began; None where nobody knows.
        ends: When it ended; None where it goes on.
        sure: The stretches of days on which it surely was held, first and last day.
        steps: How it was entered, by name, in order of time, as far as records name it.
        parts: The dates of its records, where they leave a doubtful time between them or tell
            neither when it began nor when it ended.
    """

    title: str
    begins: TermEnd | None
    ends: TermEnd | None
    sure: tuple[Stretch, ...]
    steps: tuple[TermStep, ...] = ()
    parts: tuple[Date, ...] = ()

    @property
    def date(self) -> Date | None:
        """All of it as a date; None for a term of which neither end is known."""
        if self.begins is self.ends is None:
            return None
        start, end = (end.text if end else OPEN for end in (self.begins, self.ends))
        return parse(start if start == end else f"{start}/{end}")

    @property
    def dates(self) -> tuple[Date, ...]:
        """Those of its records where they are kept apart, else its own."""
        return self.parts or ((self.date,) if self.date else ())

    @property
    def first(self) -> dt.date:
        """The first day on which it may have been held, as far as any is known."""
        known = self.begins or self.ends
        days = [start for start, _end in self.sure] + ([known.earliest] if known else [])
        return min(days, default=dt.date.min)

    @property
    def last(self) -> dt.date:
        """The last day on which it may have been held."""
        return self.ends.latest if self.ends else dt.date.max

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Where it stands among terms: by its first day, its last, and its title."""
        return (self.begins.earliest if self.begins else dt.date.min), self.last, self.title

    def bounded(self, begins: TermEnd | None, ends: TermEnd | None) -> OfficeTerm:
        """Return the term with other ends."""
        return self._replace(begins=begins, ends=ends, sure=_between(begins, ends))

    def presence(self, first: dt.date, last: dt.date) -> Presence | None:
        """Tell whether the office was held on some day from `first` to `last`; None if not.

        A term of which only the end is known is not taken to reach back before it.
        """
        if last < self.first or self.last < first:
            return None
        inside = (
            end is not None and first <= end.earliest and end.latest <= last
            for end in (self.begins, self.ends)
        )
        sure = any(start <= last and first <= end for start, end in self.sure)
        return "surely" if sure or any(inside) else "perhaps"


def term_of(title: str, date: Date, begins_with: str | None = None) -> OfficeTerm:
    """Return the term of an office with a date.

    Args:
        title: The office.
        date: When it was held.
        begins_with: What its first day is the day of, where that is said.
    """
    begins, ends = _bounds(date, 0), _bounds(date, -1)
    steps = (TermStep(begins_with, begins),) if begins_with and begins else ()
    return OfficeTerm(title, begins, ends, _between(begins, ends), steps)


def _bounds(date: Date, which: int) -> TermEnd | None:
    end: Endpoint | None = date.end if which else date.start
    if end is None:
        return None
    return TermEnd(*end.with_room, date.text.split("/")[which])


def _between(begins: TermEnd | None, ends: TermEnd | None) -> tuple[Stretch, ...]:
    """Return the days that surely lie between two ends; of an unknown start the last day alone."""
    last = ends.earliest if ends else dt.date.max
    if begins is None:
        return ((last, last),) if ends and ends.day else ()
    return ((begins.latest, last),) if begins.latest <= last else ()


def end_words(end: TermEnd) -> str:
    """Return an end in words; both where two records disagree: '8 Oct or 10 Oct 2008'."""
    words = display(parse(end.text))
    return f"{words} or {display(parse(end.other))}" if end.other else words


@cache
def office_name(title: str) -> str:
    """Return an office without a word for a time being: 'Acting Mayor' is 'Mayor'."""
    bare = _ACTING.sub("", title)
    return bare[:1].upper() + bare[1:] if bare else title


def is_acting(title: str) -> bool:
    """Tell whether a title is that of somebody who holds an office for the time being."""
    return _ACTING.search(title) is not None


def distinct(terms: Iterable[OfficeTerm]) -> tuple[OfficeTerm, ...]:
    """Return the terms of one person with those that are one made one, in order of date.

    Terms of one office are one where they overlap or follow each other without a day
    between; of an office with a longer name only where both ends may be the same.
    """
    found: list[OfficeTerm] = []
    for term in sorted(terms, key=attrgetter("order")):
        for number, other in enumerate(found):
            one = united(other, term)
            if one is not None:
                found[number] = one
                break
        else:
            found.append(term)
    return tuple(sorted(found, key=attrgetter("order")))


def united(one: OfficeTerm, other: OfficeTerm) -> OfficeTerm | None:
    """Return two terms of one person as one where they are of one office and meet, else None."""
    if is_acting(one.title) != is_acting(other.title):
        return None
    words, others = (frozenset(_WORD.findall(each.title.casefold())) for each in (one, other))
    if words != others:
        named = words <= others or others <= words
        if not (named and _alike(one.begins, other.begins) and _alike(one.ends, other.ends)):
            return None
    title = max(one.title, other.title, key=lambda each: len(_WORD.findall(each)))
    return one_term(one, other, title)


def one_term(one: OfficeTerm, other: OfficeTerm, title: str) -> OfficeTerm | None:
    """Return two records of a person in an office as one term; None where time lies between."""
    one, other = sorted((one, other), key=lambda term: (term.first, term.last))
    if other.first.toordinal() > one.last.toordinal() + 1:
        return None
    if not _same_term(one, other):
        return _in_a_row(one, other, title)
    steps = _steps(one, other)
    begins = steps[0].when if len(steps) > 1 else _both(one.begins, other.begins, min)
    ends = _both(one.ends, other.ends, max)
    if begins is ends is None:
        return _in_a_row(one, other, title)
    if begins and ends and begins.earliest > ends.latest:
        return None
    return OfficeTerm(title, begins, ends, _between(begins, ends), steps)


def _in_a_row(one: OfficeTerm, other: OfficeTerm, title: str) -> OfficeTerm:
    """Return two terms that follow each other as one."""
    last = max(one, other, key=lambda term: term.last)
    sure = _united(one.sure + other.sure)
    in_parts = len(sure) > 1 or not (one.begins or last.ends)
    parts = tuple(dict.fromkeys(one.dates + other.dates)) if in_parts else ()
    return OfficeTerm(title, one.begins, last.ends, sure, one.steps, parts)


def _steps(one: OfficeTerm, other: OfficeTerm) -> tuple[TermStep, ...]:
    """Return the steps of one term that two records name; none where one of them names none.

    Of a step that both name the finer day stands.
    """
    if not one.steps or not other.steps:
        return ()
    named: dict[str, TermEnd] = {}
    for name, when in (*one.steps, *other.steps):
        both = _both(named.get(name), when, min)
        if both is not None:
            named[name] = both
    steps = (TermStep(name, when) for name, when in named.items())
    return tuple(sorted(steps, key=lambda step: step.when.earliest))


def _same_term(one: OfficeTerm, other: OfficeTerm) -> bool:
    """Tell whether two records, the earlier first, are of one term and not of two in a row."""
    goes_on = _is_held_before(one, other.begins) or _is_held_before(other, one.begins)
    if not goes_on and _alike(one.begins, other.begins) and _alike(one.ends, other.ends):
        return True
    if one.begins is None or other.begins is None:
        return False
    overlap = one.ends is None or other.begins.earliest < one.ends.earliest
    return overlap and (_near(one.begins, other.begins) or _near(one.ends, other.ends))


def _is_held_before(term: OfficeTerm, begins: TermEnd | None) -> bool:
    """Tell whether a term of which no beginning is known was surely held before another began."""
    if term.begins is not None or begins is None or not term.sure:
        return False
    return term.sure[0][0] < begins.earliest


def _alike(one: TermEnd | None, other: TermEnd | None) -> bool:
    """Tell whether two ends may be the same day; an end that is not known may be any."""
    if one is None or other is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _near(one: TermEnd | None, other: TermEnd | None) -> bool:
    """Tell whether two ends, if known, may be meant as one: the same, or some months apart."""
    if one is None or other is None:
        return False
    return _alike(one, other) or abs((one.earliest - other.earliest).days) <= TOGETHER


def _both(
    one: TermEnd | None, other: TermEnd | None, outer: Callable[[TermEnd, TermEnd], TermEnd]
) -> TermEnd | None:
    """Return the finer of two ends; where they disagree somewhat the days from one to the other.

    Ends far apart are the beginning or end of what was recorded in parts.
    """
    if one is None or other is None:
        return one or other
    if _alike(one, other):
        finer = min(one, other, key=lambda end: end.latest - end.earliest)
        first, last = max(one.earliest, other.earliest), min(one.latest, other.latest)
        return finer._replace(earliest=first, latest=last)
    outermost = outer(one, other)
    if not _near(one, other):
        return outermost
    inner = other if outermost is one else one
    first, last = min(one.earliest, other.earliest), max(one.latest, other.latest)
    return TermEnd(first, last, outermost.text, inner.text)


def _united(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches of days with those that meet made one."""
    found: list[Stretch] = []
    for first, last in sorted(stretches):
        if found and first.toordinal() <= found[-1][1].toordinal() + 1:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return tuple(found)
