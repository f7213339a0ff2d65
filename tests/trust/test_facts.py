"""Facts that are changed as a slip changes them: which kinds each check catches.

The table for the built-in timeline stands in `docs/trust.md`; what no program can catch
is for the second reader of an entry.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.ledger import cover
from kztimeline.loading.checks.cards import card_problems
from kztimeline.loading.checks.contents import Contents, run_checks
from kztimeline.loading.checks.strict import STRICT_CHECKS
from kztimeline.loading.checks.whole_file import FILE_CHECKS
from kztimeline.loading.stand_ins import Doubts
from kztimeline.loading.validation import validate
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Document, Event, Timeline, TimelineFile
from tests.documents.test_ledger import CAME, CITED, DISMISSED, folder

ROOT: Final = Path(__file__).resolve().parent.parent.parent
Mutation = Callable[[Event, Event], Event]


def moved(days: int) -> Mutation:
    def move(at: Event, _other: Event) -> Event:
        if at.date.precision.label != "day" or at.date.is_interval or at.date.qualifier:
            return at
        assert at.date.earliest
        return replace(at, date=parse(str(at.date.earliest + dt.timedelta(days))))

    return move


def to_month(at: Event, _other: Event) -> Event:
    return replace(at, date=parse(at.date.text[:7])) if len(at.date.text) == 10 else at


def without_a_source(at: Event, _other: Event) -> Event:
    return replace(at, sources=at.sources[1:]) if len(at.sources) > 1 else at


def spans_shifted(at: Event, _other: Event) -> Event:
    return _with_spans(at, lambda span: Span(span.start + 400, span.end + 400))


def _with_spans(at: Event, change: Callable[[Span], Span]) -> Event:
    sources = tuple(replace(c, spans=tuple(map(change, c.spans))) for c in at.sources)
    return replace(at, sources=sources)


def spans_swapped(at: Event, other: Event) -> Event:
    """Give an event the spans that another has in the same document."""
    theirs = {c.source: c.spans for c in other.sources if c.spans}
    sources = tuple(
        replace(c, spans=theirs.get(c.source, c.spans)) if c.spans else c for c in at.sources
    )
    return replace(at, sources=sources)


def other_source(at: Event, other: Event) -> Event:
    return replace(at, sources=other.sources)


def other_actors(at: Event, other: Event) -> Event:
    return replace(at, actors=other.actors)


def other_text(at: Event, other: Event) -> Event:
    return replace(at, title=other.title, summary=other.summary)


def other_track(at: Event, other: Event) -> Event:
    return replace(at, track=other.track)


def more_important(at: Event, _other: Event) -> Event:
    return replace(at, importance=1)


def without_inference(at: Event, _other: Event) -> Event:
    return replace(at, inference=None)


def links_reversed(at: Event, other: Event) -> Event:
    return replace(at, links=tuple(replace(link, to=other.id) for link in at.links))


KINDS: Final[dict[str, Mutation]] = {
    "date moved by a day": moved(1),
    "date moved by ten years": moved(3652),
    "date made coarser": to_month,
    "a source dropped": without_a_source,
    "the sources of another event": other_source,
    "spans shifted": spans_shifted,
    "spans of another event": spans_swapped,
    "actors of another event": other_actors,
    "title and summary of another event": other_text,
    "track of another event": other_track,
    "importance raised to 1": more_important,
    "inference dropped": without_inference,
    "links to another event": links_reversed,
}


def said(read: TimelineFile, documents: dict[str, Document], strict: bool) -> set[object]:
    contents = Contents(read, documents, frozenset(), Doubts())
    checks = STRICT_CHECKS if strict else FILE_CHECKS
    found: set[object] = set(run_checks(checks, contents))
    if not strict:
        for name, document in documents.items():
            found |= {(name, each) for each in card_problems(document, contents)}
    return found


def open_in_ledger(whole: Timeline, texts: Path) -> set[object]:
    return {
        (state.document.id, each)
        for state in cover(whole, texts)
        for each in (*state.open, *state.unmentioned, *state.findings)
    }


def caught(
    read: TimelineFile, whole: Timeline, texts: Path, mutate: Mutation, pairs: list[tuple[int, int]]
) -> Iterator[tuple[bool, bool, bool]]:
    """Yield for each mutant whether `check`, `check --strict` and `coverage` say something new."""
    documents = {document.id: document for document in whole.documents}
    before = [said(read, documents, strict) for strict in (False, True)]
    covered = open_in_ledger(whole, texts)
    for at, other in pairs:
        changed = mutate(read.events[at], read.events[other])
        if changed == read.events[at]:
            continue
        events = (*read.events[:at], changed, *read.events[at + 1 :])
        mutant = replace(read, events=events)
        check, strict = (
            bool(said(mutant, documents, strict) - before[strict]) for strict in (False, True)
        )
        shown = replace(whole, events=tuple(sorted(events, key=lambda e: (e.date, e.id))))
        yield check, check or strict, bool(open_in_ledger(shown, texts) - covered)


def read_file(path: Path) -> TimelineFile:
    read = validate(compose_yaml(path, path.read_bytes()), TimelineFile).value
    assert read is not None
    return read


CATCHES: Final = {
    "date moved by a day": (True, True, False),
    "date moved by ten years": (True, True, False),
    "date made coarser": (False, False, False),
    "spans shifted": (True, True, False),
}
"""Of a fact that stands in a document: what catches its change, kind by kind."""


@pytest.mark.parametrize("kind", CATCHES)
def test_a_change_of_what_a_document_says_is_caught(kind: str, tmp_path: Path) -> None:
    from kztimeline.loading.loader import read_timeline

    path = folder(tmp_path, CAME, CITED, DISMISSED)
    whole = read_timeline(path, path.read_bytes())
    (found,) = caught(read_file(path), whole, path.parent / "seeds", KINDS[kind], [(0, 0)])
    assert found[:2] == CATCHES[kind][:2]


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_table_of_what_is_caught(builtin: Timeline) -> None:
    read = read_file(ROOT / "events.yaml")
    texts = Path(os.environ.get("KZT_TEST_DOCUMENTS", ROOT / "seeds"))
    dice = random.Random(1991)
    size = int(os.environ.get("KZT_FACTS", "40"))
    of_documents = [n for n, at in enumerate(read.events) if any(c.spans for c in at.sources)]
    print()
    for kind, mutate in KINDS.items():
        among = of_documents if kind.startswith("spans") else range(len(read.events))
        pairs = [(dice.choice(among), dice.choice(among)) for _ in range(size)]
        found = list(caught(read, builtin, texts, mutate, pairs))
        counts = [sum(each) for each in zip(*found, strict=True)] or [0, 0, 0]
        print(f"| {kind} | {len(found)} | {' | '.join(map(str, counts))} |")
