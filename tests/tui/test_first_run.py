from __future__ import annotations

from pathlib import Path

from kztimeline.places import user_state
from kztimeline.tui.app import TimelineApp
from kztimeline.tui.screen import TimelineScreen
from kztimeline.tui.welcome import is_first_run
from tests.tui.sample import sample


def test_only_the_first_run_is_the_first() -> None:
    assert is_first_run()
    assert not is_first_run()


def test_a_home_that_cannot_be_written_does_no_harm() -> None:
    user_state().parent.mkdir(parents=True, exist_ok=True)
    Path(user_state()).write_text("in the way")
    assert is_first_run()


async def test_a_new_reader_gets_one_line_until_the_first_key() -> None:
    app = TimelineApp(sample(), keys={"quit": "Q"})
    app.welcome = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        line = screen.query_one("#keys").render_line(0).text
        assert line.startswith(
            " ? shows all keys · Q leaves · j and k move · / finds · enter reads"
        )
        await pilot.press("j")
        assert "shows all keys" not in screen.query_one("#keys").render_line(0).text


async def test_a_narrow_screen_gets_what_fits_on_one_line() -> None:
    app = TimelineApp(sample())
    app.welcome = True
    async with app.run_test(size=(50, 16)) as pilot:
        await pilot.pause()
        keys = app.screen.query_one("#keys")
        assert keys.size.height == 1
        line = keys.render_line(0).text.rstrip()
        assert line == " ? shows all keys · q leaves · j and k move"
