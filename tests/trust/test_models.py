"""Dates, queries and the reading of files, each against a model written independently of it."""

from __future__ import annotations

import calendar
import datetime as dt
import os
import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from edtf import parse_edtf

from kztimeline.dates.edtf import Date, DateError, parse
from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import examine
from kztimeline.query import Certainty, Index
from kztimeline.query import parse_query as parse_query
from kztimeline.timeline.model import Timeline
from tests.files import event as event_text
from tests.files import timeline as timeline_text
from tests.query.test_query import event, timeline

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LONG: Final = int(os.environ.get("KZT_SOAK", "1"))
"""How many times as long as usual the soaks take."""

# Dates: a calendar that counts, and the library `edtf`

_POINT: Final = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


@cache
def years_of(text: str) -> list[int]:
    """Every year that is written so, X standing for any figure."""
    wanted = re.compile(text.replace("X", r"\d"))
    years = [year for year in range(10_000) if wanted.fullmatch(f"{year:04}")]
    return [] if 0 in years else years  # the calendar has no year 0


def days_of(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a point, looked up day by day; None where it is none."""
    match = _POINT.fullmatch(text)
    if match is None or not text.isascii():
        return None
    year, month, day = match.groups()
    if "X" in year and month:
        return None
    years = years_of(year)
    if not years:
        return None
    months = [int(month)] if month else [1, 12]
    if not all(1 <= each <= 12 for each in months):
        return None
    last = calendar.monthrange(years[-1], months[-1])[1]
    if day and not 1 <= int(day) <= last:
        return None
    first_day, last_day = (int(day), int(day)) if day else (1, last)
    return dt.date(years[0], months[0], first_day), dt.date(years[-1], months[-1], last_day)


def by_calendar(text: str) -> tuple[dt.date | None, dt.date | None] | None:
    """The first and last day of any date, None for an open end; None where it is none."""
    start, slash, end = text.partition("/")
    if not slash:
        return days_of(text)
    ends = [None if part == ".." else days_of(part) for part in (start, end)]
    if any(part != ".." and at is None for part, at in zip((start, end), ends, strict=True)):
        return None
    first, last = ends
    if first is None and last is None:
        return None
    if first and last and first[0] > last[1]:
        return None
    return (first[0] if first else None), (last[1] if last else None)


YEARS: Final = ("2012", "2011", "1999", "1900", "2000", "0001", "9999", "0000", "201X", "20XX")


def date_like(dice: random.Random) -> str:
    """A text that is a date, or nearly one."""

    def point() -> str:
        year = dice.choice(
            ["2012", "2011", "1999", "1900", "2000", "0001", "9999", "0000", "201X", "20XX"]
        )
        finer = [year, f"{dice.randrange(14):02}", f"{dice.randrange(33):02}"]
        parts = finer[: dice.randrange(1, 4)]
        return "-".join(parts) + dice.choice(["", "", "", "~", "?", "%"])

    shape = dice.choice(["{0}", "{0}", "{0}/{1}", "{0}/..", "../{0}"])
    text = shape.format(point(), point())
    if dice.random() < 0.3:
        at = dice.randrange(len(text) + 1)
        sign = dice.choice("0123456789-/~?%X.. é\u0301٣２")
        text = text[:at] + sign + text[at + dice.randrange(2) :]
    return text


def dates_agree(count: int, seed: int) -> int:
    """Compare; return how many of the texts were dates."""
    dice = random.Random(seed)
    known = 0
    for _ in range(count):
        text = date_like(dice)
        expected = by_calendar(text)
        try:
            date = parse(text)
        except DateError as error:
            assert_told(text, error, expected)
            continue
        known += 1
        assert (date.earliest, date.latest) == expected, text
        assert str(date) == text
        with_edtf(text, date)
    return known


def assert_told(text: str, fault: DateError, expected: object) -> None:
    """A fault is one, and every date that its remedy names is one."""
    assert expected is None, (text, fault)
    for named in re.findall(r"(?<![\w/.-])\d{4}(?:-\d\d){0,2}(?![\w/.-])", fault.remedy):
        parse(named)


def with_edtf(text: str, date: Date) -> None:
    """Compare with the library, which is right on points from the year 1000 without blanks."""
    if re.fullmatch(r"[1-9]\d{3}(-\d\d){0,2}", text):
        other = parse_edtf(text)
        assert date.earliest
        assert date.latest
        assert tuple(other.lower_strict()[:3]) == date.earliest.timetuple()[:3], text
        assert tuple(other.upper_strict()[:3]) == date.latest.timetuple()[:3], text


@pytest.mark.slow
def test_dates_are_those_of_the_calendar() -> None:
    assert dates_agree(300, 1) > 100


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_forty_thousand_dates() -> None:
    dates_agree(40_000 * LONG, 1991)


# Queries: an evaluator that counts days out

FRAME: Final = [dt.date(2011, 11, 1) + dt.timedelta(n) for n in range(150)]
LONG_BEFORE: Final = FRAME[0] - dt.timedelta(1)
LONG_AFTER: Final = FRAME[-1] + dt.timedelta(1)
DAYS: Final = [LONG_BEFORE, *FRAME, LONG_AFTER]
"""Days enough to count; the first and the last stand for all before and after."""


def point_days(text: str) -> list[dt.date]:
    return [day for day in FRAME if day.isoformat().startswith(text.rstrip("~?%"))]


def ends_of(text: str) -> tuple[list[dt.date], list[dt.date], bool]:
    """The days on which a thing may have begun and ended, and whether it is a single day."""
    start, slash, end = text.partition("/")
    if not slash:
        return point_days(text), point_days(text), True
    starts = [LONG_BEFORE] if start == ".." else point_days(start)
    return starts, [LONG_AFTER] if end == ".." else point_days(end), False


@cache
def readings(text: str) -> list[tuple[dt.date, dt.date]]:
    """Every way in which a date can be read: the days of its beginning and its end."""
    starts, ends, single = ends_of(text)
    return [
        (start, end) for start in starts for end in ([start] if single else ends) if start <= end
    ]


def judged(verdicts: Sequence[bool], qualified: bool) -> Certainty:
    if not any(verdicts):
        return Certainty.NO
    return Certainty.CERTAIN if all(verdicts) and not qualified else Certainty.POSSIBLE


@cache
def by_days(field: str, asked: str, text: str) -> Certainty:
    """What `in:`, `after:` or `before:` say of a date, reading by reading."""
    wanted = [day for each in readings(asked) for day in each]
    first, last = min(wanted), max(wanted)
    start, slash, end = text.partition("/")
    if field == "in":
        # What has no known beginning may have begun on the day of its end.
        verdicts = [
            day <= last and over >= first
            for begun, over in readings(text)
            for day in ({begun, over} if start == ".." else {begun})
        ]
        return judged(verdicts, any(mark in text for mark in "~?%"))
    if field == "after":
        verdicts = [begun > last and last != LONG_AFTER for begun, _ in readings(text)]
        return judged(verdicts, start[-1] in "~?%")
    verdicts = [over < first and first != LONG_BEFORE for _, over in readings(text)]
    return judged(verdicts, (end if slash else start)[-1] in "~?%")


def some_point(dice: random.Random) -> str:
    day = dice.choice(FRAME[35:-35])
    return dice.choice([f"{day}", f"{day:%Y-%m}"])


def some_date(dice: random.Random, marks: Sequence[str]) -> str:
    while True:
        shape = dice.choice(["{0}", "{0}", "{0}/{1}", "{0}/{1}", "{0}/..", "../{0}"])
        ends = (some_point(dice) + dice.choice(marks) for _ in range(2))
        text = shape.format(*ends)
        try:
            parse(text)
        except DateError:
            continue
        return text


MARKS: Final = ("", "", "", "~", "?", "%")
Judge = Callable[[str], Certainty]


def some_query(dice: random.Random, depth: int = 3) -> tuple[str, Judge]:
    """A query on dates, and what it says of the text of one."""
    if depth == 0 or dice.random() < 0.4:
        field, asked = dice.choice(["in", "in", "after", "before"]), some_date(dice, ("",))
        written = asked.replace("../", "..").replace("/..", "..").replace("/", "..")
        return f"{field}:{written}", lambda text: by_days(field, asked, text)
    one, says_one = some_query(dice, depth - 1)
    if dice.random() < 0.3:
        return f"-({one})", lambda text: Certainty(2 - says_one(text))
    other, says_other = some_query(dice, depth - 1)
    if dice.random() < 0.5:
        return f"({one} {other})", lambda text: min(says_one(text), says_other(text))
    return f"({one} or {other})", lambda text: max(says_one(text), says_other(text))


def queries_agree(events: int, queries: int, seed: int) -> None:
    dice = random.Random(seed)
    whole = timeline(*(event(f"e{n}", some_date(dice, MARKS), "x") for n in range(events)))
    index = Index(whole)
    texts = [at.date.text for at in whole.events]
    for _ in range(queries):
        query, says = some_query(dice)
        found = index.run(parse_query(query, whole))
        for at, text in enumerate(texts):
            assert found.certainty(at) == says(text), (query, text)


def test_an_interval_does_not_begin_after_its_end() -> None:
    whole = timeline(event("e", "2011-12/2011-12-15", "x"), event("f", "2011-12-20/2011-12", "x"))
    index = Index(whole)
    assert not index.run(parse_query("after:2011-12-15", whole)).certainty(0)
    assert not index.run(parse_query("before:2011-12-20", whole)).certainty(1)
    assert index.run(parse_query("after:2011-12-14", whole)).certainty(0)


def test_queries_say_what_counting_days_says() -> None:
    queries_agree(12, 20, 1)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_two_thousand_queries() -> None:
    for seed in range(25 * LONG):
        queries_agree(40, 100, 1991 + seed)


# A timeline read, against YAML read by PyYAML as plain text


def plain(value: Any) -> Any:
    """Data of a file with every text in one line, and what is empty left out."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item not in (None, "")}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return " ".join(str(value).split())


def of_event(at: Any) -> dict[str, Any]:
    return {
        "id": at.id,
        "date": at.date.text,
        "track": at.track,
        "topics": list(at.topics),
        "title": at.title,
        "summary": at.summary,
        "importance": str(at.importance),
        "actors": list(at.actors),
        "place": at.place or "",
        "sources": [(c.source, c.says or "", [str(span) for span in c.spans]) for c in at.sources],
        "links": [(link.kind, link.to) for link in at.links],
    }


def as_read_by_yaml(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: entry.get(name, "") for name in ("id", "date", "track", "title", "summary")},
        "importance": f"{float(entry['importance'].replace('_', '')):g}",  # 2 may be written 02
        "topics": entry["topics"],
        "actors": entry.get("actors") or [],
        "place": entry.get("place", ""),
        "sources": [
            (c["source"], c.get("says", ""), c.get("spans") or []) for c in entry["sources"]
        ],
        "links": [(link["kind"], link["to"]) for link in entry.get("links") or []],
    }


def same(content: str, read: Timeline) -> None:
    """Hold a timeline that was accepted against another reader's view of its file."""
    data = yaml.load(content, Loader=yaml.CBaseLoader)
    theirs = {entry["id"]: plain(as_read_by_yaml(entry)) for entry in data["events"]}
    ours = {at.id: plain(of_event(at)) for at in read.events}
    assert ours == theirs
    assert [
        (s.id, s.title, s.publisher) for s in read.sources if s.id not in read.documents_by_id
    ] == [(s["id"], plain(s["title"]), plain(s["publisher"])) for s in data["sources"]]


def mutated(text: str, dice: random.Random) -> str:
    """Return a text changed as editors, merges and slips change it."""
    lines = text.split("\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    column = dice.randrange(len(lines[at]) + 1)
    line = lines[at]
    sign = dice.choice(":-#'\"[]{}&*!|>%@`, \t~?é\u00a0\u200b09")
    kind = dice.randrange(9)
    if kind == 0:
        lines[at] = line[:column] + sign + line[column:]
    elif kind == 1:
        lines[at] = line[:column] + line[column + 1 :]
    elif kind == 2:
        lines[at] = line[:column] + sign + line[column + 1 :]
    elif kind == 3:
        del lines[at]
    elif kind == 4:
        lines.insert(other, line)
    elif kind == 5:
        lines[at], lines[other] = lines[other], line
    elif kind == 6:
        lines[at] = " " * dice.randrange(7) + line.lstrip()
    elif kind == 7:
        lines[at : at + 1] = [line[:column], line[column:]]
    else:
        return text[: dice.randrange(len(text))]
    return "\n".join(lines)


def mutations_are_told(path: Path, content: str, count: int, seed: int) -> tuple[int, int]:
    """Mutate; return how many mutants were refused, and how many read as another reader does."""
    dice = random.Random(seed)
    refused = accepted = 0
    for _ in range(count):
        mutant = mutated(content, dice)
        try:
            findings, read = examine(path, mutant.encode())
        except FileError as error:
            findings, read = error.findings, None
        if read is None:
            assert findings
            refused += 1
        else:
            same(mutant, read)
            accepted += 1
    return refused, accepted


SMALL: Final = timeline_text(
    event_text("one", "1992-03-02", summary_note="x").replace("    summary_note: x\n", ""),
    event_text("two", "1993/1994-05", "home", place="The harbor", note="'It is so: quoted'"),
    event_text("three", "1994~", links="[{kind: responds_to, to: one, basis: 'Our reading: so.'}]"),
)


@pytest.mark.slow
def test_no_mutation_of_a_timeline_is_read_wrong(tmp_path: Path) -> None:
    refused, accepted = mutations_are_told(tmp_path / "events.yaml", SMALL, 80, 1)
    assert refused > 20
    assert accepted > 5


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_thousands_of_mutations(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    print(mutations_are_told(path, SMALL, 3_000 * LONG, 1991))
    path = ROOT / "events.yaml"
    print(mutations_are_told(path, path.read_text("utf-8"), 30 * LONG, 7))


def test_a_file_that_is_cut_short_is_never_read_as_if_it_were_whole(tmp_path: Path) -> None:
    """Within a line that can be told; at the end of an entry nobody can."""
    path = tmp_path / "events.yaml"
    for cut in range(SMALL.index("events:"), len(SMALL) - 1, 23):
        findings, read = examine(path, SMALL[:cut].encode())
        if read is not None:
            same(SMALL[:cut], read)
        else:
            assert findings
