"""In ASCII: every page, dialog and bar, at many sizes, is drawn without another sign."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from textual.events import MouseScrollDown

from kztimeline.documents.texts import find_text
from kztimeline.loading.findings import Finding
from kztimeline.timeline.model import Document, Timeline
from kztimeline.tui.render.signs import in_ascii
from kztimeline.tui.widgets.lines.problems import Problems
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.pages import LETTER, evidenced
from tests.tui.sample import generated, timeline_of
from tests.tui.terminal import terminal

PLACES: Final = {
    "a plain list": ("g", "j"),
    "a list under a filter": ("f", *"council", "enter"),
    "an empty list": ("f", *"zzzz", "enter"),
    "years": ("z",),
    "an opened year": ("z", "enter", "j"),
    "decades": ("z", "z"),
    "a list to scale": ("z", "z", "z"),
    "topics by year": ("Z",),
    "an overview from near": ("+", "+", "+"),
    "as of a day": ("a", *"2010", "enter"),
    "a day of the year": ("T", "enter"),
    "a day of the year without events": ("T", *"2 nov", "enter"),
    "certain events alone": ("f", *"in:2012-03-05", "enter", "C"),
    "pins": ("p", "j", "p", "P"),
    "a find": ("/", *"pier", "enter"),
    "a marked event": ("M", "j", "j"),
    "two events": ("M", "j", "j", "M"),
    "a trail": (">", "enter", ">", "enter"),
    "the page of an event": ("enter",),
    "the end of the page of an event": ("enter", "A", "end"),
    "a chosen link": ("enter", "tab", "tab"),
    "the evidence": ("e",),
    "the next passage": ("e", "s"),
    "the coverage": ("c",),
    "a date of the coverage": ("c", "l", "l"),
    "a day": ("r",),
    "another day": ("r", "l", "tab"),
    "lists to narrow by": ("v", "j", "space"),
    "values that are looked for": ("v", "/", *"har"),
    "values left out": ("v", "j", "-", "tab", "tab"),
    "the bar of the filter": ("f",),
    "offers": ("f", *"topic:"),
    "a chosen offer": ("f", *"topic:", "down", "down"),
    "a mistake in a filter": ("f", *"topic:x"),
    "a guess": ("f", *"ferrey"),
    "the bar of the find": ("/", *"a"),
    "the bar of the date": ("d", *"16 dec 2011"),
    "a date without events": ("d", *"1850"),
    "the bar of the day": ("a",),
    "the bar of the day of the year": ("T",),
    "the bar of a view": ("S", *"mine"),
    "a saved view": ("S", *"mine", "enter"),
    "saved views": ("S", *"mine", "enter", "V"),
    "no saved views": ("V",),
    "a note": ("m", *"note"),
    "a note that is kept": ("m", *"note", "enter"),
    "a briefing": ("w",),
    "a briefing in a file": ("w", "f"),
    "an export": ("x",),
    "a file that is not written": ("x", "ctrl+u", *"a.foo", "enter"),
    "links": (">",),
    "events nearby": ("i",),
    "a copy": ("y",),
    "nothing to undo": ("u",),
    "the palette": (":",),
    "commands found": (":", *"pin"),
    "no commands found": (":", *"prnt"),
    "the keys": ("?",),
    "the signs": ("?", "tab"),
    "the query": ("?", "tab", "tab"),
    "the dates": ("?", "tab", "tab", "tab"),
    "help that is looked for": ("?", *"event"),
    "no help": ("?", *"zzz"),
}
SIZES: Final = [SMALL, WIDE, (200, 60), (40, 12)]
AT_ONCE: Final = [
    "a list under a filter",
    "as of a day",
    "offers",
    "lists to narrow by",
    "a day",
    "two events",
    "commands found",
    "the signs",
]


def signs_drawn(reader: Reader) -> set[str]:
    """The signs on the screen that are neither ASCII nor letters of another alphabet."""
    drawn = set("".join(reader.drawn()))
    return {sign for sign in drawn if not sign.isascii() and not sign.isalpha()}


def with_passages() -> Timeline:
    own = [event for event in evidenced().events if event.id != "emoji"]
    timeline = timeline_of([*own, *generated(43)])
    return replace(timeline, documents=evidenced().documents)


@pytest.mark.parametrize("size", mostly_slow(SIZES, [SMALL]), ids=str)
@pytest.mark.parametrize("place", mostly_slow(PLACES, AT_ONCE))
async def test_every_place_is_drawn_in_ascii(
    place: str, size: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "d1.txt").write_text(LETTER, encoding="utf-8")

    def text_of(document: Document) -> str | None:
        return find_text(document, tmp_path)

    given: dict[str, Any] = {
        "text_of": text_of,
        "find_folder": lambda: tmp_path,
        "plain_signs": True,
    }
    async with reading(with_passages(), size, **given) as reader:
        await reader.go("press")
        await reader.press(*PLACES[place])
        assert signs_drawn(reader) == set(), "\n".join(reader.drawn())


@pytest.mark.slow
async def test_what_is_wrong_with_the_files_is_drawn_in_ascii() -> None:
    finding = Finding("events.yaml", 3, 1, "no event has the id “x”", "write another …", "a: x")
    async with reading(with_passages(), SMALL, plain_signs=True) as reader:
        await reader.app.screen.mount(Problems([finding] * 2, "E opens it"), before="#footer")
        await reader.settle()
        assert "no event has the id" in reader.picture
        assert signs_drawn(reader) == set(), "\n".join(reader.drawn())


async def test_keys_are_named_in_words_where_their_signs_would_be_other_keys() -> None:
    async with reading(with_passages(), WIDE, plain_signs=True) as reader:
        await reader.press("?")
        for keys in ("j down", "k up", "h left", "l right"):
            assert f" {keys} " in reader.picture
        assert "up/down pgup pgdn move" in reader.picture
        await reader.press("escape", ":")
        assert "up/down choose" in reader.picture
        await reader.press("escape", "f", *"topic:")
        assert "up/down choose" in reader.picture


async def test_counts_and_keys_answer_the_mouse_as_they_are_drawn() -> None:
    async with reading(with_passages(), SMALL, plain_signs=True) as reader:
        await reader.go("press")
        await reader.wheel(MouseScrollDown, "#events", 3)
        y = next(y for y, line in enumerate(reader.drawn()) if re.search(r" \^\d ", line))
        await reader.pilot.click(offset=(reader.drawn()[y].index(" ^") + 1, y))
        await reader.settle()
        assert "enter goes there - esc closes" in reader.picture
        await reader.press("escape", "f", *"zzzz", "enter")
        said = next(y for y, line in enumerate(reader.drawn()) if "No event matches" in line)
        key = next(y for y, line in enumerate(reader.drawn()) if "esc" in line and y > said)
        await reader.pilot.click(offset=(reader.drawn()[key].index("esc"), key))
        await reader.settle()
        assert "No event matches" not in reader.picture


def test_what_is_cut_is_no_arrow() -> None:
    assert in_ascii("Obama → Trump · Amb. Moser …") == "Obama > Trump - Amb. Moser ~"


@pytest.mark.slow
def test_the_setting_draws_a_terminal_in_ascii(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "kztimeline"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('signs = "ascii"\n', encoding="utf-8")
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CACHE_HOME": str(tmp_path)}
    with terminal(environment=environment) as screen:
        screen.until("events")
        for keys, words in (
            (":", "Commands"),
            ("\x1b?", "Help"),
            ("\x1bv", "Topic"),
            ("vw", "Copy"),
        ):
            screen.type(keys)
            screen.until(words)
            drawn = set(screen.picture)
            assert {sign for sign in drawn if not (sign.isascii() or sign.isalpha())} == set()
