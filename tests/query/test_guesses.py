"""What may be meant by a query that finds nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.query import Index, QueryError, asked, parse_query
from kztimeline.query.guesses import guesses
from kztimeline.timeline.model import Actor, Timeline
from tests.query.test_query import SMALL, event, timeline


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("zhanaozan", "zhanaozan: did you mean zhanaozen?"),
        ("Zhanaosen", "Zhanaosen: did you mean zhanaozen?"),
        ("Ablyazof", "Ablyazof: did you mean ablyazov?"),
        ("Назорбаев", "Назорбаев: did you mean nazarbayev?"),
        ("tselinograd", "tselinograd: did you mean astana, nur-sultan or akmola?"),
        ("Целиноград", "Целиноград: did you mean astana, nur-sultan or akmola?"),
        ("semipalatinks", "semipalatinks: did you mean semipalatinsk?"),
        ("almaata", "almaata: did you mean alma-ata?"),
        ("OSEC", "OSEC: did you mean OSCE?"),
        ("electoins", "electoins: did you mean elections?"),
        ("clinton zhanaozan", "zhanaozan: did you mean zhanaozen?"),
        ("zhanaozan clintn", "zhanaozan clintn: did you mean zhanaozen clinton?"),
        ("-zhanaozan", "zhanaozan: did you mean -zhanaozen?"),
        ("zhanaozan or zzzzzz", "zhanaozan: did you mean zhanaozen?"),
        ('"rule of lwa"', '"rule of lwa": did you mean "rule of law"?'),
        ('"law rule"', '"law rule": did you mean law rule?'),
        ("yfpfh,ftd", "yfpfh,ftd: did you mean назарбаев?"),
        ("place:Janaosen", "place:Janaosen: did you mean place:Zhanaozen?"),
        ("id:zhanaozan-2011", "id:zhanaozan-2011: did you mean id:zhanaozen-2011?"),
        ("actor:clintn", "clintn: did you mean clinton?"),
        ("topci:energy", "topci: did you mean topic:?"),
        ("is:dispted", "dispted: did you mean disputed?"),
        ("on:2012", "on: did you mean in:?"),
        ("not clinton", "not clinton: did you mean -clinton?"),
        ("clinton | obama", "|: did you mean or?"),
        ("zhanaozen", ""),
        ("zzzzzz", ""),
        ("xqzzy", ""),
        ("in:2012-13", ""),
        ('"rule', ""),
        ("", ""),
    ],
)
def test_the_guess_at_the_built_in_timeline(
    builtin: Timeline, builtin_index: Index, query: str, question: str
) -> None:
    index = builtin_index
    found = guesses(query, index)
    said = re.sub(r" \([\d,]+( events?)?\)", "", asked(found))
    assert said.startswith(question.removesuffix("?"))
    assert bool(said) == bool(question)
    for guess in found:
        assert len(index.run(parse_query(guess.query, builtin))) == guess.events > 0
        assert re.search(rf"{re.escape(guess.right)} \({guess.events}\b", asked(found))


def test_what_was_typed_stays_but_for_what_is_wrong() -> None:
    index = Index(SMALL)
    (guess,) = guesses("topic:human-rights (zhanaozan or law) -vote in:2011", index)
    assert guess.query == "topic:human-rights (zhanaozen or law) -vote in:2011"
    (guess,) = guesses("law actor:kazykhanof in:2012", index)
    assert guess.query == "law actor:kazykhanov in:2012"


def test_a_guess_leaves_something_of_what_is_shown() -> None:
    index = Index(SMALL)
    assert guesses("zhanaozan in:1991", index) == []
    assert guesses("zhanaozan", index, lambda _query: 0) == []
    assert [guess.events for guess in guesses("zhanaozan", index, lambda _query: 3)] == [3]
    assert guesses("zhanaozan", index, lambda _query: None) == []


def test_what_is_written_most_goes_before() -> None:
    whole = timeline(
        event("a", "2001", "The bark"),
        event("b", "2002", "The barn"),
        event("c", "2003", "The barn"),
    )
    assert asked(guesses("barx", Index(whole))) == "barx: did you mean barn (2 events) or bark (1)?"


def test_a_name_of_several_words_is_one() -> None:
    from dataclasses import replace

    people = (Actor(id="kim", name="Ban Ki-moon", kind="person"),)
    whole = replace(timeline(event("a", "2001", actors=("kim",))), actors=people)
    question = asked(guesses("bankimoon", Index(whole)))
    assert question == 'bankimoon: did you mean "ban ki moon" (1 event)?'


@given(
    st.text('zhanozen clitoAb"()-:,.\u0301“”‘’ Жан', max_size=16) | st.text(max_size=10),
)
def test_every_guess_is_a_query_that_finds_something(text: str) -> None:
    index = Index(SMALL)
    for guess in guesses(text, index):
        assert guess.events == len(index.run(parse_query(guess.query, SMALL))) > 0
        assert guess.query != text


@given(st.text())
def test_a_query_that_finds_something_word_by_word_gets_no_guess(text: str) -> None:
    index = Index(SMALL)
    try:
        query = parse_query(text, SMALL)
    except QueryError:
        return
    if all(index.run(term) for term in query.wanted_terms()) and not [*query.unwanted_terms()]:
        words_only = not any(field in str(query) for field in ("id:", "place:"))
        assert not words_only or guesses(text, index) == []


@pytest.mark.parametrize("word", ["xo", "qq", "zi"])
def test_so_short_a_word_may_be_anything_and_is_not_guessed_at(word: str) -> None:
    whole = timeline(event("e", "2001", "Xi Qu QX 12 meet"))
    assert guesses(f'"{word}"', Index(whole)) == []
