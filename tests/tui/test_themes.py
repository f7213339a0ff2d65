from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.color import Color
from textual.css.model import SelectorType
from textual.dom import DOMNode
from textual.widgets import Input

from kztimeline import tui
from kztimeline.tui.themes import themes
from kztimeline.tui.widgets.painted import ROLE_CLASSES
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.test_contrast import least


def luminance(colour: Color) -> float:
    channels = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour.normalized
    )
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["kzt-dark", "kzt-light"])
async def test_every_text_on_the_screen_can_be_read(theme: str) -> None:
    async with reading() as reader:
        reader.app.theme = theme
        await reader.settle()
        await reader.go("press")
        await reader.press("f", *"wren", "enter", "tab")
        line = Color.parse(reader.app.theme_variables["kzt-line"])
        for selector in ("#title", "#overview", "#events", "#detail", "#footer"):
            widget = reader.app.screen.query_one(selector)
            for y in range(widget.size.height):
                for segment in widget.render_line(y):
                    style = segment.style
                    if not segment.text.strip() or style is None or style.color is None:
                        continue
                    assert style.bgcolor is not None
                    text = Color.from_rich_color(style.color)
                    back = Color.from_rich_color(style.bgcolor)
                    if text != line:
                        assert contrast(text, back) >= least(segment.text), (selector, segment)


def test_our_themes_define_the_same_colours() -> None:
    ours = [{name for name in theme.variables if name.startswith("kzt-")} for theme in themes()]
    assert all(names == ours[0] for names in ours)


async def test_without_colours_the_selected_event_is_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    from kztimeline.tui.app import TimelineApp
    from tests.tui.sample import sample

    app = TimelineApp(sample())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.screen.query_one("#events")
        selected = next(
            line for line in map(view.render_line, range(20)) if line.text.startswith("▌")
        )
        assert all(segment.style and segment.style.reverse for segment in selected)


def _kinds_of(node: type[DOMNode]) -> Iterator[str]:
    yield node.__name__
    for kind in node.__subclasses__():
        yield from _kinds_of(kind)


async def test_every_selector_of_the_style_sheet_names_what_there_is() -> None:
    """Types are classes of widgets, ids and classes stand in the code of the screen."""
    package = Path(tui.__file__).parent
    for module in walk_packages([str(package)], "kztimeline.tui."):
        import_module(module.name)
    files = {path for path in package.rglob("*.py") if path.name != "painted.py"}  # The list.
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    async with reading() as reader:
        ours = [rule for rule in reader.app.stylesheet.rules if not rule.is_default_rules]
    named = {
        (selector.type, selector.name)
        for rule in ours
        for chosen in rule.selector_set
        for selector in chosen.selectors
    }
    types = {name for kind, name in named if kind is SelectorType.TYPE}
    ids = {name for kind, name in named if kind is SelectorType.ID}
    classes = {name for kind, name in named if kind is SelectorType.CLASS}
    assert len(types) > 8
    assert len(ids) > 8
    assert len(classes) > 30
    assert types - set(_kinds_of(DOMNode)) == set()
    textuals = {"--input", "input--placeholder"}
    roles = {name.removeprefix("kzt--") for name in classes}
    assert {name for name in (ids | roles) - textuals if f'"{name}"' not in code} == set()
    assert {name for name in classes if name.startswith("kzt--")} == ROLE_CLASSES


@pytest.mark.parametrize("theme", mostly_slow(["kzt-dark", "kzt-light"], ["kzt-dark"]))
async def test_a_question_has_the_ground_of_the_bar_also_while_something_is_typed(
    theme: str,
) -> None:
    async with reading() as reader:
        reader.app.theme = theme
        await reader.press("x", "home", *"my ")
        bar = Color.parse(reader.app.theme_variables["kzt-bar"])
        strong = Color.parse(reader.app.theme_variables["kzt-strong"])
        field = reader.app.screen.query_one(Input)
        assert field.has_focus
        drawn = {
            (Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
            for segment in field.render_line(0)
            if "my" in segment.text and (style := segment.style)
        }
        assert drawn == {(strong, bar)}
