"""Every text can be read: contrast measured on what is really sent to the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.terminal_theme import TerminalTheme
from textual.app import App

from kztimeline.loading.findings import Finding
from kztimeline.tui.themes import DARK, LIGHT, TERMINAL, TERMINAL_LIGHT
from kztimeline.tui.widgets.lines.problems import Problems
from tests.sampling import mostly_slow
from tests.tui.driving import reading

LEAST = 4.5
LEAST_OF_MARKS = 3.0
"""What WCAG asks of graphics that say something, such as the overview in braille."""
FINDING = Finding("events.yaml", 3, 7, "no such day", "Write one that is.", "date: 2011-02-30")

XTERM = TerminalTheme(
    (0, 0, 0),
    (229, 229, 229),
    [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
    ],
)
WHITE, BLACK = ColorTriplet(255, 255, 255), ColorTriplet(0, 0, 0)


def luminance(colour: ColorTriplet) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """Return the contrast ratio as WCAG 2.2 defines it, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_text(text: str) -> bool:
    """Tell whether there is anything to read in a run, not lines and space alone."""
    return any(
        unicodedata.category(sign)[0] in "LNPS" and not 0x2500 <= ord(sign) < 0x2580
        for sign in text.replace("·", " ")
    )


def least(text: str) -> float:
    """Return the contrast that a run needs: less where it is but marks of a picture.

    Those are dots, bars and shades, and the frame of the selected row.
    """
    is_picture = all(
        sign in " ·" or 0x2800 <= ord(sign) <= 0x28FF or 0x2500 <= ord(sign) < 0x25A0
        for sign in text
    )
    return LEAST_OF_MARKS if is_picture else LEAST


def runs(
    app: App[None], system: ColorSystem | None, back: ColorTriplet
) -> Iterator[tuple[str, float, str]]:
    """Yield each run of text on the screen with its contrast, as a terminal shows it.

    Args:
        app: The application.
        system: The colours that the terminal has; None for all.
        back: The terminal's own background, against which its own foreground stands.
    """
    front = WHITE if back == BLACK else BLACK
    # What a dialog covers is dimmed on purpose.
    dialog = app.screen.query("HelpText, Actions, Items, Options")
    strips = app.screen._compositor.render_strips()
    for region in [widget.region for widget in dialog] or [app.screen.region]:
        lines = (strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom])
        for text, style, _control in chain.from_iterable(lines):
            if style is None or not is_text(text):
                continue
            colours = []
            for colour, own in ((style.color, front), (style.bgcolor, back)):
                shown = colour or Color.default()
                shown = shown if system is None else shown.downgrade(system)
                plain = shown.is_default
                colours.append(own if plain else shown.get_truecolor(XTERM))
            yield text, contrast(*colours), " on ".join(color.hex for color in colours)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_every_text_has_enough_contrast_in_all_and_in_256_colours(theme: str) -> None:
    poor: dict[str, str] = {}

    def measure(state: str) -> None:
        back = BLACK if theme == DARK else WHITE
        for system in (None, ColorSystem.EIGHT_BIT):
            for text, ratio, colours in runs(reader.app, system, back):
                if ratio < least(text):
                    poor.setdefault(colours, f"{ratio:.2f}, {text.strip()!r} in {state}")

    async with reading() as reader:
        reader.app.theme = theme
        for event in ("strike", "press", "vote"):
            await reader.go(event)
            measure(event)
        for keys, state in (
            ("Z", "topics by year"),
            ("Z", "the overview"),
            ("z", "by year"),
            ("zzz", "the list"),
            ("2", "a message"),
            ("3v", "lists to narrow by"),
        ):
            await reader.press(*keys)
            measure(state)
        await reader.press("v", "w")
        measure("a menu")
        await reader.press("escape", ">")
        measure("a choice of links")
        await reader.press("escape", "a", *"2012", "enter")
        measure("as of a day")
        await reader.press("escape", "p")
        measure("a pinned row")
        await reader.press("p", "enter", "tab")
        measure("a chosen link")
        await reader.press("escape", "f", *"ito")
        measure("filter")
        await reader.type(" topic:")
        measure("completion")
        await reader.type("x")
        measure("mistake")
        await reader.press("escape", "f", *"in", ":", *"2012-01", "enter")
        measure("certain and possible")
        await reader.press("/", *"w", "enter")
        measure("found")
        await reader.press("?")
        measure("help")
        await reader.press("escape", ":")
        measure("palette, open")
        await reader.press(*"read")
        measure("searching the palette")
        await reader.press("escape", "escape")
        await reader.app.screen.mount(Problems([FINDING] * 2, "a hint"), before="#footer")
        await reader.settle()
        measure("problems")
    assert poor == {}


@pytest.mark.parametrize(
    ("theme", "back"),
    mostly_slow([(TERMINAL, BLACK), (TERMINAL_LIGHT, WHITE)], [(TERMINAL, BLACK)], several=True),
)
async def test_sixteen_colours_suit_the_background(theme: str, back: ColorTriplet) -> None:
    async with reading() as reader:
        reader.app.theme = theme
        for event in ("strike", "press"):
            await reader.go(event)
            for text, ratio, _colours in runs(reader.app, ColorSystem.STANDARD, back):
                assert ratio >= least(text), text
