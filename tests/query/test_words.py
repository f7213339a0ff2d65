"""The rule of words: at their beginnings, whole in quotes, capitals as capitals."""

from __future__ import annotations

import dataclasses
import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kztimeline.query import (
    EVERYTHING,
    Index,
    QueryError,
    Term,
    any_of,
    fold,
    highlights,
    parse_query,
)
from kztimeline.query.words.words import words_of
from kztimeline.text.letters.folding import plain
from tests import word_rule
from tests.query.test_query import event, rows_of, texts_of, timeline


def holds(query: str, text: str, *others: str) -> bool:
    """Tell whether a query finds an event with this title, in a timeline with others."""
    titles = enumerate((text, *others))
    whole = timeline(
        *(event(f"e{at}", "2001", title, topics=("human-rights",)) for at, title in titles)
    )
    matches = Index(whole).run(parse_query(query, whole))
    return "e0" in {whole.events[at].id for at in matches.positions}


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ("elect", "Early elections", "They selected him"),
        ("ban", "A bank opens", "The urban poor"),
        ("aid", "An aide leaves", "It was said and paid"),
        ("eu", "Europe", "Reuters, Eurasianet".replace("Eu", "Xeu")),
        ('"elect"', "The elect", "Early elections"),
        ('"rule of law"', "The rule of law", "The rule of lawyers"),
        ('"rule of law"', "Rule, of law", "rule of the law"),
        ("EU", "EU and Russia", "Eurasia, Reuters, eu"),
        ("EU", "The EU’s envoy", "EUR 100"),
        ("SCO", "SCO summit", "Moscow scolds"),
        ("LEU", "LEU bank", "Tileuberdi, Leuven"),
        ("NGO", "Two NGOs close", "Ngo Dinh"),
        ('"LEU"', "An LEU bank", "leu"),
        ("U.S.", "U.S. envoy", "use us"),
        ("U.S.", "The US-Kazakhstan talks", "USA"),
        ("US", "The U.S.-Kazakhstan talks", "Use it"),
        ("u.s.", "U.S. envoy", "us, used"),
        ("us", "The U.S. and others", "The bus"),
        ("USA", "U.S.A. today", "U.S. today"),
        ("OSCE", "OSCE/ODIHR mission", "Oscetia"),
        ("OSCE/ODIHR", "An OSCE/ODIHR mission", "ODIHR/OSCE"),
        ("H.W.", "George H.W. Bush", "Hwang"),
        ("Nur-Sultan", "In Nur-Sultan today", "Sultan Nur"),
        ("sultan", "In Nur-Sultan today", "Nursultan"),
        ("nur-sul", "In Nur-Sultan today", "Nursultan"),
        ("vanik", "Jackson–Vanik goes", "Jackson goes"),
        ("jackson-vanik", "Jackson-Vanik goes", "Vanik and Jackson"),
        ("jackson-van", "Jackson-Vanik goes", "Jacksonian Vanik"),
        ('"country"', "The country’s oil", "The countryside"),
        ("123-agreement", "A 123-agreement", "123 agree"),
        ("kazakhstan's", "Kazakhstan’s oil", "Kazakhstan oil"),
        ('"kazakhstan"', "Kazakhstan's oil", "Kazakhstani oil"),
        ("people’s", "The people's party", "The people party"),
        ("brien", "O’Brien speaks", "Obrien"),
        ("don't", "They don’t go", "They do not"),
        ("s", "So it is", "Kazakhstan’s"),
        ("2,000", "2,000 men", "2000, 000"),
        ('"2,000"', "2,000 men", "2,000,000 men"),
        ("000", "000", "2,000 men"),
        ("2000", "In 2000", "2,000 men"),
        ('"97"', "97 percent", "97.7 percent"),
        ("2012", "16.12.2011, 3.1.2012", "16.12.2011"),
        ("$100", "Pays $100 million", "100 people"),
        ("100", "Pays $100 million", "1,100"),
        ("10%", "By 10%", "By 10 points"),
        ("9/11", "After 9/11", "11 September, 9"),
        ("C5+1", "C5+1 ministers", "C5 ministers"),
        ("C5", "The c5 group", "5C"),
        ("A", "Astana", "Nasa"),
        ("covid", "COVID-19 closes", "Ovid"),
        ("cafe", "The Café", "Decafe"),
        ("tokayev", "Tok\u00adayev and To\u200bkayev", "Kayev"),
        ("алга", "Партия «Алга!»", "Далга"),
        ("國", "中國代表團", "中"),
    ],
)
def test_the_rule_of_words(query: str, found: str, not_found: str) -> None:
    assert holds(query, found)
    assert not holds(query, not_found, found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("NAZARBAYEV", "Nazarbayev speaks"),
        ("ZHANA", "In Zhanaozen"),
        ('"RULE OF LAW"', "The rule of law"),
        ("LEU", "Leuven"),
        ("U.S", "used"),
    ],
)
def test_where_nothing_is_in_capitals_words_are_begun_as_ever(query: str, found: str) -> None:
    assert holds(query, found)


def test_a_phrase_is_not_sought_across_texts() -> None:
    whole = timeline(event("e", "2001", "The rule of", summary="Law stands."))
    assert not len(Index(whole).run(parse_query('"of law"')))
    assert len(Index(whole).run(parse_query("of law")))


def test_whether_something_is_in_capitals_is_asked_of_the_whole_timeline() -> None:
    assert not holds("LEU", "Leuven", "An LEU bank")


PIECES = st.sampled_from(
    [
        *("EU", "eu", "Europe", "U.S.", "US", "u.s", "USA", "law", "Law", "lawyers", "NGO", "NGOs"),
        *("Kazakhstan’s", "kazakhstan", "O'Brien", "2,000", "2", "97.7", "16.12.2011", "$100"),
        *("10%", "C5", "Nur-Sultan", "Sultan", "Tokayev", "Токаев", "токаев", "Toqaev", "tokaev"),
        *("Клинтон", "Clinton", "НАТО", "NATO", "США", "é", "e\u0301", "a", "s", "’", "-", "."),
    ]
)
TEXTS = st.lists(PIECES | st.sampled_from([" ", " ", ". ", "-"]), max_size=8).map("".join)


def test_the_words_of_a_text_are_those_the_rule_says() -> None:
    text = "U.S.-led NGOs’ 2,000 men, $100; O'Brien's 16.12.2011: J.F.K. e.g. 1990's 97.7%. No."
    assert words_of(text) == [word.text for word in word_rule.words(text)]


@given(TEXTS | st.text("aA1.,'’ -$sS2", max_size=12))
@example("1.2.3")
@example("1,2345")
@example("A.B.c1")
@example("a.b's")
def test_words_are_found_as_letter_by_letter(text: str) -> None:
    text = text.replace("e\u0301", "é")
    assert words_of(text) == [word.text for word in word_rule.words(text)]


@given(
    TEXTS.filter(words_of),
    st.booleans(),
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4),
)
@example("US", False, [("U.S. and USA", ""), ("us", "use")])
@example("Токаев", False, [("Tokayev’s", ""), ("Toqaev", "Tokaeva"), ("tokaev", "")])
def test_an_index_finds_what_the_rule_says(
    query: str, whole: bool, texts: list[tuple[str, str]]
) -> None:
    words = timeline(
        *(event(f"e{at}", "2001", one, summary=two) for at, (one, two) in enumerate(texts))
    )
    found = Index(words).run(Term(query, whole=whole)).positions
    composed = dataclasses.replace(
        words,
        events=tuple(
            dataclasses.replace(
                at,
                title=at.title.replace("e\u0301", "é"),
                summary=at.summary.replace("e\u0301", "é"),
            )
            for at in words.events
        ),
    )
    expected = word_rule.holding(
        query.replace("e\u0301", "é"),
        whole,
        [texts_of(composed, at) for at in composed.events],
        rows_of(composed),
    )
    assert list(found) == [at for at, holds_it in enumerate(expected) if holds_it]


@given(TEXTS, st.lists(TEXTS.filter(words_of), min_size=1, max_size=2), st.booleans())
@example("law rule of", ["law rule of it a"], True)
def test_what_is_marked_is_what_matched(text: str, queries: list[str], whole: bool) -> None:
    one = timeline(event("e", "2001", text))
    index = Index(one)
    query = any_of(*(Term(query, whole=whole) for query in queries))
    spans = highlights(query, index, text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(spans))
    patterns = [index.pattern(Term(query, whole=whole)) for query in queries]
    assert bool(spans) == any(pattern.stands_among(words_of(text)) for pattern in patterns)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("law", "Law and lawyers", ["Law", "law"]),
        ('"law"', "Law and lawyers", ["Law"]),
        ("aw", "Law and awe", ["aw"]),
        ("-law", "Law", []),
        ("--law", "Law", ["Law"]),
        ("-(law or -order)", "law and order", ["order"]),
        ('"rule of" of', "The rule of law", ["rule of"]),
        ("ab a", "abcd", ["ab"]),
        ("EU", "The EU’s Reuters", ["EU"]),
        ("NGO", "NGOs", ["NGOs"]),
        ("US", "the U.S.-led", ["U.S."]),
        ("us", "the U.S. use", ["U.S.", "us"]),
        ('"kazakhstan"', "Kazakhstan’s", ["Kazakhstan"]),
        ("cafe", "Le Café, le cafe\u0301!", ["Café", "cafe\u0301"]),
        ("ma", "Maß", ["Ma"]),
        ("mass", "Maß", ["Maß"]),
        ("kazakhstan's", "Kazakhstan’s oil", ["Kazakhstan’s"]),
        ("2011-12", "2011–12", ["2011–12"]),
        ("nur-s", "Nur-Sultan", ["Nur-S"]),
        ("10 %", "By 10% now", ["10%"]),
        ("tok", "To\u00adkayev", ["To\u00adk"]),
        ("қазақ", "ҚАЗАҚСТАН", ["ҚАЗАҚСТАН"]),
        ("топик", "Тōпик Топик", ["Тōпик", "Топик"]),
        ("Назарбаев", "Nazarbayev's and Nazarbaeva", ["Nazarbayev", "Nazarbaeva"]),
        ("nazarbayev", "Назарбаев", ["Назарбаев"]),
        ("国", "中国", ["国"]),
        ("topic:law", "law", []),
        ("", "law", []),
    ],
)
def test_highlights(query: str, text: str, expected: list[str]) -> None:
    index = Index(timeline(event("e", "2001", text)))
    found = highlights(parse_query(query), index, text)
    assert [text[start:end] for start, end in found] == expected


def test_a_text_that_is_not_of_the_timeline_is_marked_by_the_same_rule() -> None:
    index = Index(timeline(event("e", "2001", "The EU")))
    assert highlights(parse_query("EU"), index, "Reuters on the EU") == [(15, 17)]
    assert highlights(EVERYTHING, index, "Reuters") == []


@given(st.text(), st.text())
def test_folding_goes_character_by_character_and_once(a: str, b: str) -> None:
    assert fold(a + b) == fold(a) + fold(b)
    assert fold(fold(a)) == fold(a)


@given(st.text() | st.text("sScC\u030c\u0327ŞčИ\u0306a"))
@example("s\u0327")
def test_plain_letters_are_as_many_as_of_the_characters_one_by_one(text: str) -> None:
    assert len(plain(text)) == sum(len(plain(character)) for character in text)
    assert plain(unicodedata.normalize("NFC", text)) == plain(unicodedata.normalize("NFD", text))


@given(st.text())
def test_no_text_is_too_odd_for_words(text: str) -> None:
    index = Index(timeline(event("e", "2001", text)))
    for whole in (True, False):
        highlights(Term(text, whole=whole), index, text)
        index.run(Term(text, whole=whole))
    try:
        query = parse_query(text)
    except QueryError:
        return
    index.run(query)
