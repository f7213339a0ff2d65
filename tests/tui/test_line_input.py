"""A line of text as it is typed into: quicker than Textual's own, and no other."""

import random
from collections.abc import AsyncIterator, Iterable

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from kztimeline.tui.widgets.line_input import PromptInput
from tests.sampling import mostly_slow
from tests.tui.test_costs import cells_of

EDITS = {
    "left": "cursor_left",
    "right": "cursor_right",
    "home": "home",
    "end": "end",
    "backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+w": "delete_left_word",
    "shift+left": "cursor_left(True)",
    "ctrl+k": "delete_right_all",
}
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
        yield chosen.choice([*EDITS]) if edits else chosen.choice(LETTERS)


def state(line: PromptInput) -> object:
    (strip,) = line.render_lines(Region(0, 0, *line.size))
    there = line.cursor_screen_offset - line.region.offset
    where = line.selection, line.scroll_offset, line.virtual_size, there
    return line.value, *where, [*cells_of(strip, 0, 0)]


async def states_of(line: PromptInput, typed: Iterable[str]) -> AsyncIterator[object]:
    for key in typed:
        if key in EDITS:
            await line.run_action(EDITS[key])
        elif line.selection.is_empty:
            line.insert_text_at_cursor(key)
        else:
            line.replace(key, *line.selection)
        of_terminal = line.app.cursor_position - line.region.offset
        yield key, state(line), key not in EDITS and of_terminal


@pytest.mark.parametrize("seed", mostly_slow(range(12), [0]))
async def test_a_line_is_what_textual_makes_of_the_same_keys(seed: int) -> None:
    typed, states = [*keys(seed)], []
    async with Lines().run_test(size=(60, 4)) as pilot:
        for line in pilot.app.query(PromptInput):
            line.focus()
            await pilot.pause()
            states.append([each async for each in states_of(line, typed)])
    for ours, theirs in zip(*states, strict=True):
        assert ours == theirs
