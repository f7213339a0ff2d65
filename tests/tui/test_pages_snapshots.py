"""What the pages look like, to be looked at when it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.pages import LETTER, LETTER_CARD, app_of, at

Compare = Callable[..., bool]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (("enter",), (200, 60)),
        (("e", "s"), (80, 24)),
        ((">",), (80, 24)),
        (("c", "l"), (120, 40)),
    ],
    ids=["reader-200x60", "evidence-80x24", "links-80x24", "coverage-120x40"],
)
def test_page(
    snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    (tmp_path / LETTER_CARD.file).write_text(LETTER, encoding="utf-8")
    app = app_of(tmp_path)
    if "c" in keys:
        # What the comparison with the texts says is extraction's matter.
        app._find_folder = lambda: None

    async def prepare(pilot: object) -> None:
        screen = await at(pilot, "press")  # type: ignore[arg-type]
        await pilot.press(*keys)  # type: ignore[attr-defined]
        await pilot.pause()  # type: ignore[attr-defined]
        assert screen.session.event is not None

    assert snap_compare(app, terminal_size=size, run_before=prepare)
