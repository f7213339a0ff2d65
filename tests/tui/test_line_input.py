"""A line of text as it is typed into: quicker than Textual's own, and no other."""

import random
from collections.abc import Iterable

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from kztimeline.tui.widgets.line_input import PromptInput
from tests.tui.test_costs import cells_of

EDITS = ("left", "right", "home", "end", "backspace", "delete", "ctrl+w", "shift+left", "ctrl+k")
LETTERS = "aetg әқ日本\u0301"


class TextualsOwn(PromptInput):
    """The same line, edited as Textual edits any."""

    def _replace_in_sight(self, *_where: object) -> bool:
        return False


class Lines(App[None]):
    """Both lines, of so many cells each."""

    CSS = "PromptInput { width: 24; height: 1; padding: 0; border: none; }"

    def compose(self) -> ComposeResult:
        """Lay both out."""
        for kind in (PromptInput, TextualsOwn):
            yield kind("", lambda _key: False, lambda: None, lambda _text: None)


def keys(seed: int) -> Iterable[str]:
    chosen = random.Random(seed)
    yield "a"
    for _ in range(60):
        edits = chosen.random() < 0.4
        yield chosen.choice(EDITS) if edits else chosen.choice(LETTERS)


def state(line: PromptInput) -> object:
    (strip,) = line.render_lines(Region(0, 0, *line.size))
    there = line.cursor_screen_offset - line.region.offset
    where = line.selection, line.scroll_offset, line.virtual_size, there
    return line.value, *where, [*cells_of(strip, 0, 0)]


@pytest.mark.parametrize("seed", range(12))
async def test_a_line_is_what_textual_makes_of_the_same_keys(seed: int) -> None:
    async with Lines().run_test(size=(60, 4)) as pilot:
        lines = [*pilot.app.query(PromptInput)]
        typed = []
        for key in keys(seed):
            typed.append(key)
            states = []
            for line in lines:
                line.focus()
                await pilot.press(key)
                of_terminal = pilot.app.cursor_position - line.region.offset
                states.append((state(line), key in LETTERS and of_terminal))
            assert states[0] == states[1], typed
