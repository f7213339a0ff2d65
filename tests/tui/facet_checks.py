"""One check for every action of the facets and of the saved views."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from kztimeline.tui.dialogs.saved_views import ViewsScreen
from kztimeline.tui.widgets.facet_panel import FacetPanel
from tests.tui.driving import Reader

Check: TypeAlias = Callable[[Reader], Awaitable[None]]
FACET_CHECKS: dict[str, Check] = {}


def checks(action: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        FACET_CHECKS[action] = check
        return check

    return register


def here(reader: Reader) -> tuple[str, str] | None:
    row = reader.screen.query_one(FacetPanel).row
    return None if row is None else row.key


@checks("facets")
async def _facets(reader: Reader) -> None:
    await reader.press("v")
    assert "Harbour League" in reader.text("FacetPanel")
    await reader.press("v")
    assert not reader.screen.query(FacetPanel)


@checks("only_seeds")
async def _only_seeds(reader: Reader) -> None:
    await reader.press("O")
    assert 0 < len(reader.ids) < 60
    assert "with a document" in reader.line("#title")


@checks("only_certain")
async def _only_certain(reader: Reader) -> None:
    await reader.press("f", *"in:2012-01", "enter", "C")
    assert "vote" in reader.ids
    assert "year" not in reader.ids


@checks("save_view")
async def _save_view(reader: Reader) -> None:
    await reader.press("S", *"isle", "enter")
    assert "@isle" in reader.line("#footer")


@checks("saved_views")
async def _saved_views(reader: Reader) -> None:
    await reader.press("O", "S", *"isle", "enter", "O", "V")
    assert isinstance(reader.app.screen, ViewsScreen)
    await reader.press("enter")
    assert reader.screen.session.view.query == "origin:seed"


@checks("facet_choose")
async def _choose(reader: Reader) -> None:
    await reader.press("v", "space")
    assert reader.screen.session.view.query == "track:island"
    await reader.press("enter")
    assert reader.screen.session.view.query == ""


@checks("facet_find")
async def _find(reader: Reader) -> None:
    await reader.press("v", "/", *"sto")
    assert here(reader) == ("topic", "storms")
    await reader.press("enter", "space")
    assert reader.screen.session.view.query == "topic:storms"


@checks("facet_without")
async def _without(reader: Reader) -> None:
    await reader.press("v", "-")
    assert reader.screen.session.view.query == "-track:island"


@checks("facet_clear")
async def _clear(reader: Reader) -> None:
    await reader.press("v", "space", "j", "space", "backspace")
    assert reader.screen.session.view.query == ""


@checks("facet_next")
async def _next_facet(reader: Reader) -> None:
    await reader.press("v", "tab")
    assert (here(reader) or ("",))[0] == "topic"
    await reader.press("]")
    assert (here(reader) or ("",))[0] == "era"


@checks("facet_previous")
async def _previous_facet(reader: Reader) -> None:
    await reader.press("v", "shift+tab", "[")
    assert (here(reader) or ("",))[0] == "importance"


@checks("facet_down")
async def _down(reader: Reader) -> None:
    await reader.press("v", "j")
    assert here(reader) == ("track", "league")
    await reader.press("down")
    assert (here(reader) or ("",))[0] == "topic"


@checks("facet_up")
async def _up(reader: Reader) -> None:
    await reader.press("v", "j", "j", "k", "up")
    assert here(reader) == ("track", "island")


@checks("facet_page_down")
async def _page_down(reader: Reader) -> None:
    await reader.press("v", "pagedown")
    assert (here(reader) or ("",))[0] == "source"


@checks("facet_page_up")
async def _page_up(reader: Reader) -> None:
    await reader.press("v", "G", "pageup")
    assert here(reader) == ("track", "island")


@checks("facet_first")
async def _first(reader: Reader) -> None:
    await reader.press("v", "tab", "tab", "g")
    assert here(reader) == ("track", "island")


@checks("facet_last")
async def _last(reader: Reader) -> None:
    await reader.press("v", "G")
    assert (here(reader) or ("",))[0] == "source"
