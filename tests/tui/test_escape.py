"""The escape key is told from alt and from what begins a sequence, however fast keys come."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.tui.escape_keys import ESCAPE, EscapeKeys, is_escape
from kztimeline.tui.terminal import EscapeAnd
from tests.files import timeline, write
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.terminal import terminal

CASES = {
    "a letter": (["\x1bf"], ["\x1bf"]),
    "a letter read apart": (["\x1b", "f"], [ESCAPE, "f"]),
    "a word": (["xy\x1bfosce\r"], ["xy", "\x1bf", "osce\r"]),
    "an arrow": (["\x1b[A"], ["\x1b[A"]),
    "an arrow read in two": (["\x1b", "[A"], ["\x1b[A"]),
    "twice, then a letter": (["\x1b\x1bf"], [ESCAPE, "\x1bf"]),
    "an answer of the terminal": (["\x1bP1$r0m\x1b\\"], ["\x1bP1$r0m\x1b\\"]),
    "a text that is pasted": (
        ["\x1b[200~a\x1bf\x1b[201~\x1bg"],
        ["\x1b[200~a\x1bf\x1b[201~", "\x1bg"],
    ),
    "a text pasted in two": (
        ["\x1b[200~a", "\x1bf\x1b[201~j"],
        ["\x1b[200~a", "\x1bf\x1b[201~", "j"],
    ),
}


@pytest.mark.parametrize(("read", "parts"), CASES.values(), ids=CASES)
def test_escape_keys_are_taken_out(read: list[str], parts: list[str]) -> None:
    escapes = EscapeKeys()
    found = [part for text in read for part in escapes.split(text)]
    assert [part for part in found if part] == parts


def test_an_escape_that_nothing_follows_is_given_up() -> None:
    escapes = EscapeKeys()
    assert list(escapes.split("\x1b")) == []
    assert escapes.waits
    assert escapes.give_up() == ESCAPE
    assert not escapes.waits
    assert [is_escape(part) for part in (ESCAPE, "\x1bf", "\x1b[A", "f", "\x1bOP")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.slow
async def test_in_a_text_alt_moves_by_words() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("f", *"pier ferry")
        reader.app.post_message(EscapeAnd("b", "b"))
        await reader.settle()
        await reader.type("x")
        assert "filter pier xferry" in reader.picture
        await reader.press("escape")
        reader.app.post_message(EscapeAnd("d", "d"))
        await reader.settle()
        assert " date " in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("apart", [0.0, 0.02])
def test_escape_and_a_key_at_once_are_both_done(
    apart: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path, timeline())
    with terminal("-t", str(tmp_path / "events.yaml")) as screen:
        screen.until("1 event")
        screen.type("fzzz\r")
        screen.until("No event matches this filter.")
        for part in ("\x1b", "fspeaks") if apart else ("\x1bfspeaks",):
            screen.type(part)
            screen.read(apart)
        screen.until("filter speaks")
        screen.type("\r")
        screen.until("· speaks")


OPENING = {
    "help": ["?"],
    "help with a page of signs": ["?", "tab"],
    "palette": [":"],
    "menu": ["w"],
    "choice of links": [">"],
    "saved views": ["V"],
    "filter": ["f", "a"],
    "words to find": ["/", "a"],
    "date": ["d", "2"],
    "note": ["m", "a"],
    "name of a view": ["S", "a"],
    "as of, its day selected by the bar": ["T"],
    "day of the year, selected by the bar": ["a"],
    "filter that there is, selected by the bar": ["f", *"pier", "enter", "f"],
    "name of a file, selected by the dialog": ["x"],
}


@pytest.mark.parametrize(
    "keys", mostly_slow(OPENING.values(), [*OPENING.values()][::3]), ids=list(OPENING)
)
async def test_ctrl_c_closes_what_is_open_as_escape_does(keys: list[str]) -> None:
    left = []
    for way_out in ("escape", "ctrl+c"):
        async with reading(size=(80, 24)) as reader:
            await reader.go_to("press")
            await reader.press(*keys)
            opened = reader.drawn()
            await reader.press(way_out)
            assert reader.drawn() != opened
            left.append(reader.drawn())
    assert left[0] == left[1]


async def test_ctrl_c_copies_what_is_selected_in_a_text() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("f", *"pier", "shift+home", "ctrl+c")
        assert "filter pier" in reader.picture
        assert reader.app.clipboard == "pier"


@pytest.mark.parametrize("key", mostly_slow(["T", "a", "x"], ["T"]))
@pytest.mark.parametrize("select", [["ctrl+shift+a"], ["end", "shift+home"]], ids=["all", "back"])
async def test_ctrl_c_copies_what_the_reader_selects_anew(key: str, select: list[str]) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.go_to("press")
        await reader.press(key, *select)
        opened = reader.drawn()
        await reader.press("ctrl+c")
        assert reader.drawn() == opened
        assert reader.app.clipboard in "".join(opened)
