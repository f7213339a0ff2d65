"""Where two rows are marked at once, what has the keys is told without colours."""

from __future__ import annotations

import pytest

from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading

SIZES = [(80, 24), (120, 40), (200, 60)]


def reversed_rows(reader: Reader) -> list[int]:
    """Return the lines of the screen with a run of reversed text that is no single sign."""
    strips = reader.app.screen._compositor.render_strips()
    return [
        y
        for y, strip in enumerate(strips)
        if any(
            part.style and part.style.reverse and not part.style.underline and len(part.text) > 3
            for part in strip
        )
    ]


def selected_row(reader: Reader) -> int:
    """Return the first line of the screen with the selected event of the list."""
    return next(y for y, line in enumerate(reader.drawn()) if line.startswith("▌"))


@pytest.mark.parametrize("size", mostly_slow(SIZES, SIZES[:1]))
async def test_with_the_facets_open_only_their_row_is_reversed(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(size=size, theme=None) as reader:
        await reader.press("j", "j")
        body = slice(reader.screen.list.region.y, reader.screen.list.region.bottom)
        rows = range(*body.indices(size[1]))
        assert selected_row(reader) in reversed_rows(reader)
        await reader.press("v", "j")
        marked = [y for y in reversed_rows(reader) if y in rows]
        assert len(marked) == 1
        assert "▸" in reader.drawn()[marked[0]]
        assert selected_row(reader) not in marked or "▸" in reader.drawn()[selected_row(reader)]
        await reader.press("v")
        assert selected_row(reader) in reversed_rows(reader)


@pytest.mark.slow
async def test_while_something_is_typed_only_the_chosen_offer_is_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(size=(80, 24), theme=None) as reader:
        await reader.press("f", *"topic:", "down")
        rows = [y for y in reversed_rows(reader) if y >= reader.screen.list.region.y]
        offered = [y for y in rows if "▸" in reader.drawn()[y]]
        assert len(offered) == 1
        assert selected_row(reader) not in rows
        await reader.press("escape", "escape")
        assert selected_row(reader) in reversed_rows(reader)
