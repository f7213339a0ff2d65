"""The passages that an event rests on, and where their texts are."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.texts import line_around, passage, whereabouts
from kztimeline.text.spans import Span
from kztimeline.timeline.evidence import citing, disposition, exhibits, support
from kztimeline.timeline.model import Citation, Mention
from tests.tui.sample import DOCUMENTS, event, timeline_of


def mention(start: int, end: int, *cited_by: str, dismissed: str | None = None) -> Mention:
    return Mention(
        span=Span(start, end), text="then", kind="date", cited_by=cited_by, dismissed=dismissed
    )


def test_each_cited_passage_comes_with_the_dates_in_it_that_the_event_has() -> None:
    mentions = (mention(10, 14, "one"), mention(20, 24, "two"), mention(90, 94, "one"))
    document = replace(DOCUMENTS[0], mentions=mentions)
    one = event(
        "one",
        "2012",
        "One",
        sources=(
            Citation(source="gazette"),
            Citation(source="d1", spans=(Span(0, 30), Span(40, 50)), says="It was so."),
        ),
    )
    timeline = replace(timeline_of([one]), documents=(document,))
    found = exhibits(timeline, one)
    assert [(exhibit.span, exhibit.mentions) for exhibit in found] == [
        (Span(0, 30), (mentions[0],)),
        (Span(40, 50), ()),
        (Span(90, 94), (mentions[2],)),
    ]
    assert found[0].says == "It was so."
    assert citing(timeline, "d1") == [one]
    assert citing(timeline, "d2") == []


def test_a_mention_is_cited_dismissed_or_open() -> None:
    assert disposition(mention(0, 4, "one")) == "cited"
    assert disposition(mention(0, 4, dismissed="an age")) == "dismissed"
    assert disposition(mention(0, 4)) == "open"


@pytest.mark.parametrize(
    ("event_date", "named", "words"),
    [
        ("2012-02-01", "2012-02-01", "as in the passage"),
        ("2012-02-01", "2012-02", "within the dates of the passage"),
        ("2012", "2012-02", "wider than the dates of the passage"),
        ("2011/2012-02", "2012", "overlapping the dates of the passage"),
        ("2011", "2012", "not the date of the passage"),
    ],
)
def test_how_the_date_stands_to_the_passage(event_date: str, named: str, words: str) -> None:
    assert support(parse(event_date), parse(named)) == words


def test_a_text_is_at_hand_only_if_it_is_the_one_of_the_card(tmp_path: Path) -> None:
    document = replace(DOCUMENTS[0], sha256=hashlib.sha256(b"right").hexdigest())
    assert whereabouts(document, tmp_path).state == "missing"
    path = tmp_path / document.file
    path.write_bytes(b"wrong")
    assert whereabouts(document, tmp_path).state == "another"
    path.write_bytes(b"right")
    assert whereabouts(document, tmp_path) == (path, "at hand", document.sha256)


@pytest.mark.parametrize(
    ("text", "phrase", "sentence"),
    [
        ("One. We met in 2012. Two.", "2012", "We met in 2012."),
        (
            "U.S. Envoy J. Hale met Mr. Ito in 2012. Two.",
            "2012",
            "U.S. Envoy J. Hale met Mr. Ito in 2012.",
        ),
        ("He said: “We met in 2012.” Then he left.", "2012", "He said: “We met in 2012.”"),
        ("One\nIn 2012\nTwo", "2012", "In 2012"),
        ("It cost 3.5 in 2012 and fell", "2012", "It cost 3.5 in 2012 and fell"),
        ("Was it 2012? It was.", "2012? It", "Was it 2012? It was."),
    ],
)
def test_the_passage_is_the_sentence(text: str, phrase: str, sentence: str) -> None:
    start = text.index(phrase)
    span = Span(start, start + len(phrase))
    found = passage(text, span)
    assert text[found.start : found.end] == sentence
    assert line_around(text, span).contains(found)
