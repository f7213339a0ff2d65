from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.loading.locations import user_state
from kztimeline.tui.app import TimelineApp
from kztimeline.tui.render.welcome import is_first_run
from kztimeline.tui.screens.timeline import TimelineScreen
from tests.tui.sample import sample


def test_only_the_first_run_is_the_first() -> None:
    assert is_first_run()
    assert not is_first_run()


def test_a_home_that_cannot_be_written_does_no_harm() -> None:
    user_state().parent.mkdir(parents=True, exist_ok=True)
    Path(user_state()).write_text("in the way")
    assert is_first_run()


def test_a_state_folder_that_cannot_be_looked_at_does_no_harm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", f"/{'x' * 300}")
    assert is_first_run()


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (120, "d go to date · S filter · enter read · e sources · > links · ? help"),
        (80, "d go to date · S filter · enter read · e sources · > links · ? help"),
        (60, "d date · S filter · enter read · e sources · ? help"),
        (30, "S filter · ? help"),
    ],
)
async def test_a_new_reader_gets_one_line_until_the_first_key(cells: int, line: str) -> None:
    app = TimelineApp(sample(), keys={"filter": "S", "save_view": "f"})
    app.welcome = True
    async with app.run_test(size=(cells, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        assert screen.query_one("#footer").render_line(0).text.strip() == line
        await pilot.press("j")
        assert "go to date" not in screen.query_one("#footer").render_line(0).text
