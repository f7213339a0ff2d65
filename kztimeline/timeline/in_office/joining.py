"""Records of one term of office, made one, and a person's terms each once.

A timeline collected from several sources records one term more than once: "Prime Minister,
2007 to 2012" and "Prime Minister of the Island, 10 January 2007 to 24 September 2012".
Such records are made one. An end on which they may agree is the finer of the two; between
two ends that disagree the term is doubtful. Two beginnings that the records give different
names, as `sworn in` and `credentials`, do not disagree: they are the steps by which the
office was entered, and it is held from the first.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from kztimeline.text.patterns import pattern
from kztimeline.timeline.in_office.names import is_acting
from kztimeline.timeline.in_office.terms import OfficeTerm, TermEnd, TermStep, surely_between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.timeline.in_office.terms import Stretch

TOGETHER: Final = 120
"""Days within which ends that disagree are still those of one term."""

_WORD: Final = pattern(r"\w+")


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
    if begins and ends and begins.earliest > ends.latest:
        return None
    return OfficeTerm(title, begins, ends, surely_between(begins, ends), steps)


def _in_a_row(one: OfficeTerm, other: OfficeTerm, title: str) -> OfficeTerm:
    """Return two terms that follow each other as one."""
    last = max(one, other, key=lambda term: term.last)
    sure = _united(one.sure + other.sure)
    known = [each.parts or (each.date,) for each in (one, other)]
    parts = tuple(part for each in known for part in each) if len(sure) > 1 else ()
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
