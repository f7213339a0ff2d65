"""Sentences: where a text is known to fall into them, and where it is left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.loading.cache import load_timeline
from kztimeline.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rains. It stops.", ["It rains.", "It stops."]),
        ("The vote is in 1995. The count is not.", ["The vote is in 1995.", "The count is not."]),
        ("He says “yes.” She leaves.", ["He says “yes.”", "She leaves."]),
        ("Why? Because! Nobody knows.", ["Why?", "Because!", "Nobody knows."]),
        ("It is quoted (at length). Then it ends.", ["It is quoted (at length).", "Then it ends."]),
        ("One sentence without an end", ["One sentence without an end"]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate ratifies it",
        "They meet in Washington, D.C. The talks go on",
        "Gen. Tommy Franks meets Sen. Lugar and Dr. No",
        "Chevron Corp. Announces a deal with Lt. Col. Smith",
        "George W. Bush and J. B. Quill sign decree No. 409",
        "On 3 Jan. Parliament sits at St. Petersburg",
        "The price is 3.5 million. so it says",
        "Wait ... Perhaps not",
        "The Mt. Gox and Messrs. Smith vs. Jones",
    ],
)
def test_what_may_go_on_is_not_cut(text: str) -> None:
    assert sentences(text) == [text]


@given(st.text(st.sampled_from("aA1 .!?”)(“-\u2026"), max_size=40))
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_every_sentence_of_the_timeline_begins_and_ends_as_one_does() -> None:
    for event in load_timeline(None).events:
        for part in sentences(event.summary):
            assert part.rstrip("”)’")[-1] in ".!?", part
            assert not part[0].islower() or event.summary.startswith(part), part
