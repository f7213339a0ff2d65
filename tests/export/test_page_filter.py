"""The filter of the page finds what `kzt` finds: its own script, run on the page as written."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest

from kztimeline.export.formats.html_page import write
from kztimeline.export.making_records import export_of
from kztimeline.query.fields import FIELDS
from kztimeline.query.index import Index
from kztimeline.query.mistakes import QueryError
from kztimeline.query.parser import parse_query
from kztimeline.timeline.model import Timeline

from .awkward import awkward

NODE: Final = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="no node to run the page's script")
VOID: Final = {"meta", "input", "rect", "br"}

WORDS: Final = [
    "U.S.", "US", "us", "u.s.", "USA", "UN", "un", "OSCE", "osce", "EU", "NGOs", "ngo",
    "U.S.-Kazakh", "Назарбаев", "назарбаев", "Назарбаева", "Токаев", "Тоқаев", "Қазақстан",
    "Казахстан", "США", "ОБСЕ", "сша", "Трамп", "Жанаозен", "Жаңаөзен", "Алматы", "Ақтау",
    "Щучинск", "ЕС", "Клинтон", "Nazarbaev", "Nazarbayev", "Nazarbayev’s", "Nazarbayev's",
    "Toqaev", "Tokaev", "Zhanaozen", "zhanaozan", "Nur-Sultan", "Astana", "astana", "khan",
    "hand", "ban", "May", "may", "March", "march", "oil", '"oil"', '"Nursultan Nazarbayev"',
    "“term”", "«Назарбаев»", '"the United States"', "human rights", "2,000", "2000", "97.7", "95",
    "$", "$1", "%", "O’Brien", "Chevron’s", "chevron", "-US", "not", "Not", "-Назарбаев",
    "US or OSCE", "US Назарбаев", "Ünited", "Öskemen", "Šymkent", "Kazak", "Qazaq", "Tengiz",
    "Теңіз", "co-operation", "9/11", "11 September", "k", "a", "ǌ", "ﬁ", "№", "漢字", "Бейкер",
    "Xi", "СИ",
]  # fmt: skip
"""Words in capitals, of other alphabets, with marks, signs, quotation marks and numbers."""

QUERIES: Final = [
    "is:disputed", "is:inferred", "is:attributed", "is:approximate", "is:uncertain",
    "is:interval", "is:single", "is:undated", "is:dis", "IS:disputed", "has:note", "has:links",
    "has:place", "has:actors", "has:passage", "has:address", "origin:seed", "origin:reference",
    "importance:1", "importance:1..2", "importance:..1,3", "importance:>=2", "sources:1",
    "sources:>1", "sources:2..3", "sources:<3,5..", "link:responds_to", "link:responds",
    "link:leads_to,reverses", "in:2012", "in:2012-02", "in:2012-02-29", "in:199X", "in:19XX",
    "in:1995..1998", "in:..1994", "in:2015..", "in:2011-12/2012-02", "in:../1992", "in:2015/..",
    "in:dec 2011", "in:16 dec 2011", "in:dec 2011..feb 2012", "in:2007~", "after:2019-03-19",
    "after:2011", "after:1992", "before:1995", "before:2012-02-29", "before:199X", "after:2015/..",
    "(a or b) in:1991..1995", "(in:2011 or in:2012) -is:disputed", "-(in:2011 or in:2012)",
    "in:2011 to 2012", "-in:2011", "- in:2011".replace("- ", "–"), "in:2012 and is:single",
    "in:2012 OR in:1991", "is:disputed,inferred", "((in:2012))", "place:a", "place:astana",
    "in:“dec 2011”", "'in 2012'", "in:december 2011", "in:2012 'a'",
]  # fmt: skip
"""Fields, brackets, quotes and dates."""
OF_THE_RECORD: Final = [
    "topic:elections", "topic:elect", "topic:energy,trade", "track:us", "track:kazakhstan",
    "track:politics", "actor:clinton", "actor:nazarbayev", "actor:Назарбаев", "actor:hillary",
    'actor:"hillary clinton"', "era:obama", "era:nazarbayev", "era:trump", "source:001",
    "source:reuters", "source:osce", "place:almaty", "place:nur-sultan", "id:zhanaozen-2011",
    "id:zhanaozen", "linked:zhanaozen-2011", "linked:zhanaozen", "linked:semipalatinsk",
    "(uranium or warheads or nuclear) in:1991..1995", "osce topic:elections -in:2011",
    "is:disputed in:2022", "sources:1 track:us", "after:2019-03-19 before:2022",
    "track:us (topic:energy or topic:trade) importance:1..2",
]  # fmt: skip
"""What only the built-in timeline has values for."""
MISTAKES: Final = {
    "is:funny": "unknown value is:funny; use disputed, inferred",
    "foo:bar": "unknown field foo:; use topic:, track:",
    "topic:nonsense": "unknown value topic:nonsense; use",
    "actor:nobody": "unknown value actor:nobody; write a part of a name that stands on this page",
    "in:yesterday": "'yesterday' is not a date that this page can read; write 2012,",
    "in:2012-02-30": "'2012-02-30' is not a date that this page can read",
    "in:2012..2011": "'2012..2011' is not a date that this page can read",
    "importance:4": "unknown value importance:4; use 1, 2, 3",
    "sources:many": "unknown value sources:many; use 1, <3",
    "is:disputed,": "is: has no value after the comma; write one right after the comma",
    "is:": "is: has no value; write one right after the colon",
    "(a or b": "the bracket is not closed; add a closing )",
    "a)": "this bracket closes nothing; remove it",
    "()": "the brackets are empty",
    '"a b': 'the quote is not closed; add a closing "',
    "a or": "a word is missing at the end",
    "or a": "“or” lacks a word on one side",
    "a -": "nothing follows the minus sign; write -word",
    "not a": "“not” leaves nothing out; write -word",
    "!a": "“!” leaves nothing out; write -word",
    "…": "there is nothing to search for; write a word",
}


class Articles(HTMLParser):
    """The events of a page, each with the texts that its script looks through."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[dict[str, Any]] = []
        self.scripts: dict[str | None, str] = {}
        self._open: list[tuple[str, list[str]]] = []
        self._row: dict[str, Any] | None = None
        self._texts: list[str] | None = None
        self._script: str | None = None
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        self._open.append((tag, classes))
        if tag == "script":
            self._script = given.get("id")
        if "event" in classes:
            data = {
                re.sub("-(.)", lambda m: m[1].upper(), name[5:]): value
                for name, value in attrs
                if name.startswith("data-")
            }
            self.events.append({"id": given["id"], "data": data, "own": [], "rows": []})
        if "w" in classes:
            self._row = {"also": given.get("data-also"), "texts": []}
            self.events[-1]["rows"].append(self._row)
        if "s" in classes:
            self._texts = self._row["texts"] if self._row else self.events[-1]["own"]
            self._texts.append("")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "script":
            self.scripts[self._script] = data
        elif self._texts is not None:
            self._texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, classes = self._open.pop()
        assert opened == tag
        if "s" in classes:
            self._texts = None
        if "w" in classes:
            self._row = None


def answers_of_the_page(timeline: Timeline, queries: list[str]) -> list[tuple[set[str], str]]:
    """Tell for each query which events the page's script leaves, and what it says."""
    page = Articles(write(export_of(timeline, timeline.events)).decode())
    given = {
        "script": page.scripts[None],
        "tables": page.scripts["_tables"],
        "events": page.events,
        "queries": queries,
    }
    driver = Path(__file__).with_name("filter_driver.js")
    assert NODE
    done = subprocess.run(
        [NODE, str(driver)], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return [(set(left), said) for left, said in json.loads(done.stdout)]


def is_query(text: str, timeline: Timeline) -> bool:
    """Tell whether `kzt` answers a text: of what it takes for a slip the page has no message."""
    try:
        parse_query(text, timeline)
    except QueryError:
        return False
    return True


def found_by_kzt(timeline: Timeline, queries: list[str]) -> list[set[str]]:
    index = Index(timeline)
    return [
        {timeline.events[at].id for at in index.run(parse_query(query, timeline)).positions}
        for query in queries
    ]


def differences(timeline: Timeline, queries: list[str]) -> dict[str, set[str]]:
    pages, ours = answers_of_the_page(timeline, queries), found_by_kzt(timeline, queries)
    return {
        query: page ^ found
        for query, (page, _said), found in zip(queries, pages, ours, strict=True)
        if page != found
    }


@pytest.mark.slow
def test_the_page_finds_what_kzt_finds_in_awkward_texts() -> None:
    assert differences(awkward(), WORDS) == {}


def test_the_page_reads_the_query_language() -> None:
    assert differences(awkward(), [q for q in QUERIES if is_query(q, awkward())]) == {}


def test_the_page_says_what_it_does_not_understand_and_leaves_what_stood() -> None:
    queries = [query for mistake in MISTAKES for query in ("in:2012", mistake)]
    answers = answers_of_the_page(awkward(), queries)
    before, after = answers[::2], answers[1::2]
    assert [left for left, _said in before] == [left for left, _said in after]
    for (query, told), (_left, said) in zip(MISTAKES.items(), after, strict=True):
        assert told in said, query
        assert not is_query(query, awkward()), query


def test_the_page_knows_every_field() -> None:
    (_left, said), *_ = answers_of_the_page(awkward(), ["foo:bar"])
    assert said.partition("; use ")[2].split(", ") == [f"{field}:" for field in FIELDS]


@pytest.mark.slow
def test_the_page_finds_what_kzt_finds(builtin: Timeline) -> None:
    queries = [*WORDS, *QUERIES, *OF_THE_RECORD]
    assert all(is_query(query, builtin) for query in queries)
    assert differences(builtin, queries) == {}


@pytest.mark.soak
def test_the_page_answers_any_query_as_kzt_does(builtin: Timeline) -> None:
    dice = random.Random(2012)
    terms = [query for query in (*WORDS, *QUERIES, *OF_THE_RECORD) if " " not in query]

    def some(depth: int) -> str:
        if depth == 0 or dice.random() < 0.3:
            return dice.choice(["", "", "-"]) + dice.choice(terms).lstrip("-–")
        parts = [some(depth - 1) for _ in range(dice.randint(2, 3))]
        return f"{dice.choice(['', '-'])}({dice.choice([' ', ' or ', ' and ']).join(parts)})"

    queries = [query for query in (some(3) for _ in range(600)) if is_query(query, builtin)]
    assert len(queries) > 300
    assert differences(builtin, queries) == {}


@pytest.mark.soak
def test_the_page_finds_what_kzt_finds_of_any_words(builtin: Timeline) -> None:
    dice = random.Random(2024)
    texts = [text for event in builtin.events for text in (event.title, event.summary)]
    texts += [name for actor in builtin.actors for name in (actor.name, *actor.other_names)]
    pieces = [piece for text in texts for piece in text.split() if ":" not in piece]
    queries = []
    for _ in range(2000):
        piece = dice.choice(pieces).strip('-!"“”«»„()|')
        piece = dice.choice([piece, piece.upper(), piece.lower(), piece[: dice.randint(1, 9)]])
        queries.append(dice.choice([piece, f'"{piece}"']))
    queries = [query for query in queries if is_query(query, builtin)]
    assert len(queries) > 1500
    assert differences(builtin, queries) == {}
