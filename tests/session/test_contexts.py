"""Why an event matches whose title does not say."""

from __future__ import annotations

from kztimeline.session.search import Search
from kztimeline.session.telling.contexts import contexts
from tests.tui.sample import event, sample, timeline_of

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
    shown = contexts(WHOLE, found.positions, found.highlights)
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
    assert contexts(sample(), found.positions, found.highlights) == {}
