"""Puts together what the grammar finds and what it means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kztimeline.dates.edtf import DateError, parse
from kztimeline.documents.extraction.faults import fault_of
from kztimeline.documents.extraction.finding.capitals import in_usual_letters
from kztimeline.documents.extraction.finding.clauses.signs.datelines import is_dateline
from kztimeline.documents.extraction.finding.grammar import find
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.finding.quotations import speeches_in
from kztimeline.documents.extraction.finding.tokens import tokenize
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.naming.named_dates import with_names
from kztimeline.documents.extraction.open_ends import OpenEnd, edge, open_end_of
from kztimeline.documents.extraction.readings import ExpressionKind, Reading
from kztimeline.documents.extraction.resolving import figures
from kztimeline.documents.extraction.resolving.calendar import upcoming_dates
from kztimeline.documents.extraction.resolving.resolution import resolve
from kztimeline.documents.extraction.speeches import context_of_speech
from kztimeline.documents.extraction.weighing.bulletins import (
    days_of_datelines,
    days_of_notes,
    years_of_lists,
)
from kztimeline.documents.extraction.weighing.choosing import choose, worth
from kztimeline.documents.extraction.weighing.context import Context
from kztimeline.documents.extraction.weighing.diaries import read_diary
from kztimeline.documents.extraction.weighing.questions import Choice, Question
from kztimeline.documents.extraction.weighing.surroundings import survey
from kztimeline.documents.extraction.weighing.weights import RELIABILITY
from kztimeline.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.dates.edtf import Date

Chooser = Callable[[Question, Context], Choice]
_LOOK_AHEAD = 4
# A dateline is among so many dates at the head of a text.
_HEADING = 4
# A date less certain than this is marked for the curator.
DOUBTFUL = 0.8
_DATES_KEPT = 4096
_DASH = re.compile(
    r"\s*[-‑–—/]\s*|(?:\s+(?:up|through|on))?\s+(?:to|through|thru|until|till|and)\s+"
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A date that a mention can mean.

    Attributes:
        date: As EDTF, or as TIMEX3 value where EDTF has no such date.
        likelihood: From 0 to 1; those of all alternatives add up to 1.
        evidence: What speaks for it or, below 0, against it, by name: the weightiest first.
    """

    date: str
    likelihood: float
    evidence: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A temporal expression found in a text.

    Attributes:
        span: Where it stands, in code points of the text.
        text: The phrase, with the words that change its value ("since 2015").
        date: What it means, or None where it fixes no date.
        known: Where there is no date, the TIMEX3 value of what is known:
            "XXXX-04-26" for a day without year, "P2M" for two months.
        precision: The unit the phrase names ("day", "week", "season", "year", ...);
            None without a date.
        kind: date, range, relative, set, duration, age or vague.
        anchor: What it was resolved against; None for a date that needs nothing.
        confidence: From 0 to 1: how often such answers were right in annotated texts.
            Where candidates were weighed, it comes from how clearly the first of them
            won; where none won, it says how likely the first is. Else it is the share
            of right answers among phrases resolved the same way; without a date, of
            phrases that are temporal expressions at all.
        weighed: The dates that it can mean, the likeliest first; empty where there was
            nothing to weigh.
        fault: What cannot be in the date as its text writes it, such as "June 1996 has no
            day 31"; empty for nothing.
    """

    span: Span
    text: str
    date: Date | None
    known: str | None
    precision: str | None
    kind: ExpressionKind
    anchor: str | None
    confidence: float
    weighed: tuple[Alternative, ...] = ()
    fault: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether its text is at fault, or dates were weighed and none is as good as certain."""
        return bool(self.fault) or (bool(self.weighed) and self.confidence < DOUBTFUL)


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """A TIMEX3 (TimeML 1.2.1): place, value, and the rule that found it."""

    start: int
    end: int
    value: str
    rule: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A phrase with its meaning, and the open interval that it is the end of."""

    phrase: Phrase
    reading: Reading
    open_end: OpenEnd
    fault: str = ""
    choice: Choice | None = None

    @property
    def way(self) -> str:
        """How it was resolved, as `RELIABILITY` tells the ways apart."""
        if self.choice is not None:
            return "weighed"
        if not self.reading.moments or self.reading.moments[-1].year is None:
            return "undated"
        if self.reading.anchor is None:
            return "explicit"
        if self.phrase.names_calendar:
            return "completed"
        return "counted plainly" if self.phrase.counts_plainly else "counted"

    @property
    def confidence(self) -> float:
        """How often mentions resolved so were right, from 0 to 1."""
        return self.choice.confidence if self.choice else RELIABILITY[self.way]


def understand(text: str, published: Date | None, choose: Chooser = choose) -> Iterator[Understood]:
    """Find and resolve the temporal expressions of an English text, in order.

    Args:
        text: English prose.
        published: When it was published.
        choose: What weighs the candidates of a mention; another in the fitting of weights.
    """
    tokens = tokenize(in_usual_letters(text))
    phrases = with_names(find(tokens))
    context = Context(published, choose, orders=figures.orders(phrases))
    context.news = [phrase.first for phrase in phrases if phrase.counts_from_publication]
    context.around = survey(phrases, tokens, context.days)
    context.upcoming = upcoming_dates(phrases, context)
    context.of_lists = years_of_lists(phrases, context.days)
    scopes = days_of_notes(phrases, context.days)
    if not scopes:
        diary = read_diary(phrases, context.days)
        context.of_labels = diary.labels
        scopes = days_of_datelines(phrases, context.days) | diary.scopes
    speeches = speeches_in(phrases)
    context.speeches = speeches
    taken = 0
    for number, phrase in enumerate(phrases):
        if phrase.first in scopes:
            context.note, day = scopes[phrase.first]
            context.published = parse(day.isoformat())
        heard = context_of_speech(phrase, speeches, context)
        reading = resolve(phrase, heard, phrases[number + 1 : number + 1 + _LOOK_AHEAD])
        if reading:
            open_end = open_end_of(phrase, reading, taken)
            fault = fault_of(phrase, reading)
            yield Understood(phrase, reading, open_end, fault, heard.choice)
        taken = phrase.end


def own_day(text: str) -> dt.date | None:
    """Return the day that heads a text, such as that of its dateline; None where none does."""
    for item in islice(understand(text, None), _HEADING):
        day = item.reading.moments[0].first_day() if item.way == "explicit" else None
        is_day = day is not None and item.reading.moments[0].unit is Unit.DAY
        if is_day and is_dateline(item.phrase):
            return day
    return None


def timexes(text: str, published: Date | None) -> Iterator[Timex]:
    """Return what `extract` finds as TimeML would annotate it: each end of a range alone."""
    for item in understand(text, published):
        phrase, reading = item.phrase, item.reading
        values = [moment.timex for moment in reading.moments]
        if not reading.timex and (len(values) > 1 or reading.kind == "range"):
            dash = _DASH.search(phrase.text)
            cut, rest = dash.span() if dash else (len(phrase.text),) * 2
            yield Timex(
                phrase.start, phrase.start + cut, values[0] + reading.time, phrase.rule, item.way
            )
            yield Timex(phrase.start + rest, phrase.end, values[-1], phrase.rule, item.way)
        else:
            value = reading.timex or values[0] + reading.time
            yield Timex(phrase.start, phrase.end, value, phrase.rule, item.way)


def extract(text: str, published: Date | None, language: str = "en") -> list[Extracted]:
    """Return every temporal expression in `text`, in order of start.

    Args:
        text: News or opinion prose; offsets count its code points.
        published: When it was published. Without it, phrases such as "last month"
            and dates without a year stay unresolved.
        language: The language of the text; only "en" can be read.

    Raises:
        ValueError: The language is another.
    """
    if language != "en":
        raise ValueError(f"no grammar for the language '{language}'; only 'en' can be read")
    return [_extracted(text, item) for item in understand(text, published)]


def _extracted(text: str, item: Understood) -> Extracted:
    reading = item.reading
    date = _parsed(_edtf(item))
    span = Span(item.open_end.start, item.phrase.end)
    known = None if date else _known(reading)
    precision = reading.moments[0].unit.name.lower() if date else None
    return Extracted(
        span=span,
        text=text[span.start : span.end],
        date=date,
        known=known,
        precision=precision,
        kind="range" if item.open_end.side and reading.kind != "set" else reading.kind,
        anchor=reading.anchor,
        confidence=round(item.confidence, 2),
        weighed=_alternatives(item.choice) if item.choice else (),
        fault=item.fault,
    )


def _alternatives(choice: Choice) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            date="/".join(dict.fromkeys(item.candidate.moment.edtf_ends()))
            or item.candidate.moment.timex,
            likelihood=item.likelihood,
            evidence=tuple(sorted(worth(item.evidence), key=lambda one: -abs(one[1]))),
        )
        for item in choice.weighed
    )


def _known(reading: Reading) -> str | None:
    values = [moment.timex for moment in reading.moments] or [reading.timex]
    return "/".join(dict.fromkeys(values)) or None


@lru_cache(maxsize=_DATES_KEPT)
def _parsed(text: str) -> Date | None:
    try:
        return parse(text) if text else None
    except DateError:
        return None


def _edtf(item: Understood) -> str:
    reading, side = item.reading, item.open_end.side
    if not reading.moments:
        return ""
    if side:
        moment = edge(reading, item.phrase, side)
        ends = moment.edtf_ends() if moment else ("", "")
        opens = side in ("since", "after")
        end = _qualified(ends[0] if opens else ends[1], reading.approximate)
        return "" if not end else f"{end}/.." if opens else f"../{end}"
    start = _qualified(reading.moments[0].edtf_ends()[0], reading.approximate)
    end = _qualified(reading.moments[-1].edtf_ends()[1], reading.approximate)
    if not start or not end:
        return ""
    return start if start == end else f"{start}/{end}"


def _qualified(text: str, approximate: bool) -> str:
    return f"{text}~" if text and approximate and not text.endswith("~") else text
