from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.distance import distance
from kztimeline.text.pieces import no_highlights, pieces_width
from kztimeline.text.spans import Span
from kztimeline.tui.render.pages.event_detail import detail_of
from kztimeline.tui.render.pages.event_page import reader_of
from kztimeline.tui.render.pages.writer import Detail
from tests.tui.sample import sample

TIMELINE = sample()
LETTER = "The weather held. On Wednesday Ito pressed the envoy about the law. Nothing came of it."


def text_of(detail: Detail) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in detail.lines)


def test_everything_known_of_an_event_is_told() -> None:
    text = text_of(detail_of(TIMELINE, TIMELINE.event("press"), 100))
    for told in (
        "1 Feb 2012",
        "exact to the day",
        "Inferred: The letter says Wednesday",
        "Ken Ito, Secretary of the League, Envoy to the Island",
        "Longquay",
        "← responds to  46 days",
        "Police break up",
        "¶ Archive, March 2012",
        "B. Quill: Notes from the harbour",
        "∴ inferred",
    ):
        assert told in text


def test_disagreement_claims_and_answers_are_told() -> None:
    text = text_of(detail_of(TIMELINE, TIMELINE.event("strike"), 100))
    assert "The council: sixteen dead" in text
    assert "The dockers: many more" in text
    assert text.count("answered by") == 2
    about = text_of(detail_of(TIMELINE, TIMELINE.event("about"), 100))
    assert "According to a retired mason" in about
    assert "approximate" in about


def test_links_know_their_lines_and_where_they_lead() -> None:
    detail = detail_of(TIMELINE, TIMELINE.event("press"), 40)
    targets = [target for _lines, target in detail.links]
    assert targets[:2] == ["strike", "vote"]
    assert all(target.startswith("https://") for target in targets[2:])
    for number, (lines, _target) in enumerate(detail.links):
        assert all(detail.link_at(line) == number for line in lines)
    assert detail.link_at(0) is None


@given(st.sampled_from(TIMELINE.events), st.integers(12, 120))
def test_no_line_is_wider_than_the_pane(event: object, cells: int) -> None:
    detail = detail_of(TIMELINE, event, cells)  # type: ignore[arg-type]
    assert max(map(pieces_width, detail.lines)) <= cells


def test_a_document_at_hand_is_quoted_around_the_cited_words() -> None:
    start = LETTER.index("Wednesday")
    timeline = sample()
    source = timeline.event("press").sources[0]
    spans = (Span(start, start + 9),)
    event = replace(timeline.event("press"), sources=(replace(source, spans=spans),))
    detail = reader_of(
        timeline, event, 60, no_highlights, lambda _document: LETTER, False, None, lambda key: key
    )
    quoted = [piece for line in detail.lines for piece in line if piece.role == "cited"]
    assert [piece.text for piece in quoted] == ["Wednesday"]
    assert "pressed the envoy" in text_of(detail)
    assert "weather" not in text_of(detail)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("strike", "press", "46 days later"),
        ("vote", "press", "17 days later"),
        ("year", "press", ""),
    ],
)
def test_the_time_between_events_is_as_sure_as_their_dates(
    before: str, after: str, words: str
) -> None:
    told = distance(TIMELINE.event(before).date, TIMELINE.event(after).date)
    assert told == words if words else "–" in told or "within" in told
