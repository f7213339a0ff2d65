"""When an office was held, in words, as seen from some days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.timeline.bulk.columns import columns_of
from kztimeline.timeline.in_office.terms import end_words

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.in_office.on_days import Holder
    from kztimeline.timeline.in_office.terms import OfficeTerm, TermEnd, TermStep
    from kztimeline.timeline.model import Timeline

PERHAPS: Final = "perhaps"
ONLY_NAMED: Final = "Of these offices only the holders named in this timeline are known:"

_LASTING: Final = "terms with no end on record are shown as lasting."


def after_end_words(timeline: Timeline, first: dt.date) -> str:
    """Return that a day lies after the end of a timeline, which knows of no later ends of terms.

    Where its span has no end, its last event is where it ends; nothing on an earlier day.
    """
    period = timeline.period
    if period.latest is not None:
        if first <= period.latest:
            return ""
        end = parse(period.text.rpartition("/")[2])
        return f"This timeline ends {_at(end)}; {_LASTING}"
    columns = columns_of(timeline)
    last = max(columns.last_days, default=0)
    if not last or first.toordinal() <= last:
        return ""
    date = columns.dates.at(list(columns.last_days).index(last))
    return f"The last event of this timeline is of {display(date)}; {_LASTING}"


def _at(date: Date) -> str:
    words = display(date)
    if words.startswith("about"):
        return words
    return f"{'on' if date.day else 'in'} {words}"


def holder_words(holder: Holder, first: dt.date, last: dt.date) -> str:
    """Return when somebody held an office, as seen from the days asked for.

    It says that the term may not reach them, the steps by which the office was entered where
    records name several, and both days where two of them disagree.
    """
    words = _term_words(holder.term, first if first == last else None)
    return f"{words}, {PERHAPS}" if holder.perhaps else words


def beginning_words(term: OfficeTerm) -> str:
    """Return since when an office was held; where nobody knows, until when, or by which records."""
    if term.begins:
        return end_words(term.begins)
    return f"until {end_words(term.ends)}" if term.ends else dates_words(term)


def _term_words(term: OfficeTerm, day: dt.date | None) -> str:
    begins, ends = term.begins, term.ends
    began, ended = (_is_on(end, day) for end in (begins, ends))
    if len(term.steps) > 1:
        until = f", {_until(ends, day)}" if ends else ""
        return f"{_step_words(term.steps, day)}{until}"
    if began and ended:
        return "on that day"
    if began:
        return f"from that day{f', until {end_words(ends)}' if ends else ''}"
    if ended:
        return f"{f'since {end_words(begins)}, ' if begins else ''}until that day"
    if term.parts:
        return _parts_words(term)
    if begins and ends and (begins.other or ends.other):
        return f"{end_words(begins)}, until {end_words(ends)}"
    if begins and begins.other:
        return f"since {end_words(begins)}"
    return dates_words(term)


def dates_words(term: OfficeTerm) -> str:
    """Return the date of a term; the dates of its records where it has none of its own."""
    return display(term.date) if term.date else _parts_words(term)


def _parts_words(term: OfficeTerm) -> str:
    return " and ".join(map(display, term.parts))


def _is_on(end: TermEnd | None, day: dt.date | None) -> bool:
    return day is not None and end is not None and end.day == day


def _until(ends: TermEnd, day: dt.date | None) -> str:
    return "until that day" if _is_on(ends, day) else f"until {end_words(ends)}"


def _step_words(steps: tuple[TermStep, ...], day: dt.date | None) -> str:
    """Return steps with their days, the year once: 'sworn in 10 Sep, credentials 8 Oct 2008'."""
    words = ["on that day" if _is_on(step.when, day) else end_words(step.when) for step in steps]
    told = [
        f"{step.name} {_without_year(own, following)}"
        for step, own, following in zip(steps, words, [*words[1:], ""], strict=True)
    ]
    return ", ".join(told)


def _without_year(words: str, following: str) -> str:
    """Return a date without its year where the one that follows it ends in the same."""
    year = words[-5:]
    return words.removesuffix(year) if year[1:].isdigit() and following.endswith(year) else words
