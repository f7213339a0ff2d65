"""What a query asks for, in a reader's words."""

from __future__ import annotations

import pytest

from kztimeline.query.wording import words_of_query
from tests.tui.sample import sample


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("track:island", "Island track"),
        ("-track:island", "not Island track"),
        ("origin:seed", "with a document"),
        ("-origin:seed", "without a document"),
        ("origin:reference", "without a document"),
        ("importance:1..2", "without minor events"),
        ("importance:3", "minor events only"),
        ("importance:<3", "without minor events"),
        ("topic:ferries strike", "on ferries, strike"),
        ("is:disputed or is:undated", "disputed or undated"),
        ("(a or b) is:single", "(a or b), with one source"),
        ("has:note", "with a note"),
        ("in:2012", "in 2012"),
        ("in:2011-12-16", "on 16 Dec 2011"),
        ("in:2011-12-16..2012-01-15", "within 16 Dec 2011–15 Jan 2012"),
        ("after:2019-03", "after March 2019"),
        ("sources:1", "1 source"),
        ("sources:<3", "at most 2 sources"),
        ("sources:2..4", "2–4 sources"),
        ("sources:>1", "2 sources or more"),
        ("linked:strike", "linked with “Police break up the doc…”"),
        ("linked:stri", "linked with stri"),
        ('"rule of law"', '"rule of law"'),
        ("topic:gone", "topic:gone"),
        ("in:someday", "in:someday"),
        ("", ""),
    ],
)
def test_a_query_in_words(query: str, words: str) -> None:
    assert words_of_query(query, sample()) == words
