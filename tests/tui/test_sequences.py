"""What a terminal is sent for a line: the cells that Textual would have it draw, in fewer bytes."""

from __future__ import annotations

import re
from typing import NamedTuple

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kztimeline.tui.sequences import strip_sequences

from .driving import WIDE, reading

COLUMNS = 60
COLOURS = ["#d7dde6", "#12171d", "#f0a854", "red", "bright_blue", "color(200)", None]
MANNERS = ["bold", "dim", "italic", "underline", "reverse", "strike"]
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\|\x1b\[[0-9;]*m|([^\x1b]+)")

styles = st.builds(
    Style,
    color=st.sampled_from(COLOURS),
    bgcolor=st.sampled_from(COLOURS),
    link=st.sampled_from([None, None, None, "https://a.example/1", "https://a.example/2"]),
    **{manner: st.booleans() for manner in MANNERS},
)
segments = st.lists(
    st.builds(Segment, st.sampled_from(["", " ", "   ", "a", "1991", "é → "]), styles | st.none()),
    max_size=8,
)


class Seen(NamedTuple):
    """What a reader sees in a cell; of a space neither its colour nor its weight."""

    text: str
    colour: str
    ground: str
    manners: tuple[bool, ...]


def seen(sent: str) -> list[Seen]:
    screen = pyte.Screen(COLUMNS, 1)
    pyte.Stream(screen).feed(re.sub(r"\x1b\]8;.*?\x1b\\", "", sent) + "|")
    return [_seen(screen.buffer[0][column]) for column in range(COLUMNS)]


def _seen(cell: pyte.screens.Char) -> Seen:
    lines = cell.underscore, cell.strikethrough, cell.reverse
    if cell.data == " " and not any(lines):
        return Seen(" ", "", cell.bg, lines)
    return Seen(cell.data, cell.fg, cell.bg, (*lines, cell.bold, cell.italics))


def linked(sent: str) -> list[tuple[str, str]]:
    """Return each letter that is sent, with the address that it leads to."""
    letters, address = [], ""
    for found in LINK.finditer(sent):
        if found[2]:
            letters += [(letter, address) for letter in found[2]]
        elif found[0].startswith("\x1b]"):
            address = found[1]
    assert not address, "a link is left open"
    return letters


def console(system: str) -> Console:
    return Console(color_system=system, force_terminal=True, width=COLUMNS)  # type: ignore[arg-type]


@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
@given(parts=segments)
def test_the_cells_and_links_are_those_that_textual_draws(
    system: str, parts: list[Segment]
) -> None:
    own, theirs = (
        strip_sequences(Strip(parts), console(system)),
        Strip(parts).render(console(system)),
    )
    assert seen(own) == seen(theirs)
    assert linked(own) == linked(theirs)


@given(segments)
def test_a_line_begins_and_ends_without_a_style(parts: list[Segment]) -> None:
    sent = strip_sequences(Strip(parts), console("truecolor"))
    # A second line is drawn as it would be alone.
    assert seen(sent + sent) == seen(Strip([*parts, *parts]).render(console("truecolor")))


def test_what_a_line_is_sent_as_is_kept() -> None:
    strip = Strip([Segment("1991", Style(bold=True))])
    assert strip_sequences(strip, console("truecolor")) is strip_sequences(
        strip, console("truecolor")
    )


def test_without_a_terminal_that_says_its_colours_all_are_sent() -> None:
    strip = Strip([Segment("a", Style(color="#f0a854"))])
    colourless = Console(color_system=None, force_terminal=True)
    assert strip_sequences(strip, colourless) == "\x1b[38;2;240;168;84ma\x1b[0m"


async def test_a_screen_takes_less_than_three_quarters_of_the_bytes() -> None:
    async with reading(size=WIDE) as driven:
        console = driven.app.console
        lines = driven.app.screen._compositor.render_strips()
        own, theirs = (
            sum(len(send(Strip(line))) for line in lines)
            for send in (
                lambda strip: strip_sequences(strip, console),
                lambda strip: strip.render(console),
            )
        )
        assert own < theirs * 3 / 4
