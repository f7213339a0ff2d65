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
from kztimeline.query.index import Index
from kztimeline.query.parser import QueryError, parse_query
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


def left_by_the_page(timeline: Timeline, queries: list[str]) -> list[set[str]]:
    """Tell for each query which events the page's script leaves."""
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
    return [set(each) for each in json.loads(done.stdout)]


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
    pages, ours = left_by_the_page(timeline, queries), found_by_kzt(timeline, queries)
    return {
        query: page ^ found
        for query, page, found in zip(queries, pages, ours, strict=True)
        if page != found
    }


def test_the_page_finds_what_kzt_finds_in_awkward_texts() -> None:
    assert differences(awkward(), WORDS) == {}


@pytest.mark.slow
def test_the_page_finds_what_kzt_finds(builtin: Timeline) -> None:
    assert differences(builtin, WORDS) == {}


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
