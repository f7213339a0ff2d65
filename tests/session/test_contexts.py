"""Why an event matches whose title does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kztimeline.session.search import Search
from kztimeline.session.telling.contexts import Contexts, context
from tests.tui.sample import event, sample, timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Event, Timeline

WHOLE = timeline_of(
    [
        event("title", "2001-01-01", "The lighthouse is lit", summary="It shines."),
        event(
            "summary",
            "2002-01-01",
            "A vote",
            summary="After a long evening the council at last agreed to pay for the lighthouse.",
        ),
        event("actor", "2003-01-01", "A visit", summary="She came.", actors=("wren",)),
        event("source", "2004-01-01", "Elsewhere", summary="Nothing.", source="mirror"),
    ]
)


def of(query: str) -> dict[str, str]:
    found = Search(WHOLE).run(query)
    shown = Contexts(WHOLE, [(found.beyond_titles(found.positions), found.highlights)])
    return {WHOLE.events[at].id: text for at, text in shown.items()}


def test_a_match_in_the_title_needs_no_context() -> None:
    assert of("lighthouse") == {"summary": "… pay for the lighthouse."}


def test_the_context_begins_some_words_before_the_match() -> None:
    assert of("evening") == {
        "summary": "After a long evening the council at last agreed to pay for the lighthouse."
    }


def test_a_name_among_those_who_took_part_is_told() -> None:
    assert of("Wren") == {"actor": "Ada Wren"}


def test_a_match_in_a_source_is_told() -> None:
    assert of('"copy of the notes"') == {"source": "Mirror: A copy of the notes"}


def test_a_filter_without_words_has_no_context() -> None:
    found = Search(sample()).run("importance:1")
    assert found.positions
    assert not found.beyond_titles(found.positions)


def test_what_is_told_is_looked_for_only_when_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []

    def telling(timeline: Timeline, event: Event, highlights: Callable[[str], Highlights]) -> str:
        told.append(event.id)
        return context(timeline, event, highlights)

    monkeypatch.setattr("kztimeline.session.telling.contexts.context", telling)
    found = Search(WHOLE).run("lighthouse or wren")
    shown = Contexts(WHOLE, [(found.beyond_titles(found.positions), found.highlights)])
    assert [WHOLE.events[at].id for at in shown] == ["summary", "actor"]
    assert not told
    assert [shown[2], shown[2]] == ["Ada Wren"] * 2
    assert told == ["actor"]


def in_words(timeline: Timeline, query: str) -> dict[int, str]:
    """What is told of the events found, looked for in all their texts as they stand."""
    found = Search(timeline).run(query)
    events = ((at, timeline.events[at]) for at in found.positions)
    texts = {
        at: context(timeline, event, found.highlights)
        for at, event in events
        if not found.highlights(event.title)
    }
    return {at: text for at, text in texts.items() if text}


@pytest.mark.parametrize(
    "query", ["e", "not", "a", '"the lighthouse"', "wren or topic:ferries", "copy -vote", "NGO"]
)
def test_the_index_knows_what_titles_do_not_say(query: str) -> None:
    for timeline in (WHOLE, sample()):
        found = Search(timeline).run(query)
        shown = Contexts(timeline, [(found.beyond_titles(found.positions), found.highlights)])
        assert dict(shown) == in_words(timeline, query)


def test_a_match_in_a_source_that_disputes_is_told() -> None:
    found = Search(sample()).run('"copy of the notes"')
    shown = Contexts(sample(), [(found.beyond_titles(found.positions), found.highlights)])
    told = {sample().events[at].id: text for at, text in shown.items()}
    assert told["strike"] == "Mirror: A copy of the notes"
