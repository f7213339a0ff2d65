"""Settings that cannot be followed: each is said once, and the program starts without it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from kztimeline.loading.locations import user_config
from kztimeline.session.settings import Settings, load_settings
from kztimeline.tui.actions.setting_mistakes import mistakes_in, without_mistakes
from kztimeline.tui.commands import ACTIONS
from tests.commands import kzt
from tests.files import write

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = re.compile(r"\b(\w+) = (\"[^\"\n]*\"|true\b|false\b)")
"""A setting with its value, wherever it is printed."""
WRONG: Final = {
    "documents": ("1", "[]", "true"),
    "theme": ('"asci"', '"Dark"', '" dark"', "1", "[]", "true"),
    "signs": ('"asci"', '"ASCII"', '"dark"', "1", "{}", "false"),
    "keys": ('"f"', "[]", "{ undo = 1 }", '{ undo = "q" }', '{ nosuch = "x" }', '{ "a.b" = "x" }'),
    "keep_screen": ('"yes"', "1", "[]"),
}
"""For each setting, values that it cannot have, as they stand in the file."""
MANY: Final = """\
theme = "asci"
signs = "dark"
keep_screen = 1
documents = 2
nosuch = 3
[keys]
theme = "XX,YY"
signs = "x"
undo = "q"
redo = "q"
next_event = 4
"""


def said(content: str) -> list[str]:
    """Return the problems that are said of a configuration file, by a program that starts."""
    path = write(user_config(), content, "config.toml")
    run = kzt("keys")
    assert run.returncode == 0
    assert "undo" in run.stdout
    problems = [line for line in run.stderr.splitlines() if line.startswith(f"kzt: {path}: ")]
    assert len(problems) == len(set(problems))
    return problems


def test_each_setting_is_tried() -> None:
    assert {*Settings._fields} == {*WRONG, "faults"}


@pytest.mark.parametrize("setting", WRONG)
def test_a_wrong_value_is_said_once(setting: str) -> None:
    for value in WRONG[setting]:
        assert len(said(f"{setting} = {value}\n")) == 1, value


def test_many_wrong_settings_are_each_said_once() -> None:
    problems = said(MANY)
    for name in ("theme", "signs", "keep_screen", "documents", "nosuch", "undo", "redo"):
        assert any(name in problem for problem in problems), name
    assert len(problems) == 12


def test_what_is_left_can_be_followed() -> None:
    write(user_config(), MANY, "config.toml")
    settings, mistakes = without_mistakes(load_settings(), ACTIONS)
    assert not list(mistakes_in(settings, ACTIONS))
    assert settings == Settings(faults=settings.faults)
    assert len({mistake.setting for mistake in mistakes}) == 6


def printed() -> Iterator[str]:
    """Yield every text in which a setting may be written as an example."""
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").iterdir(), *(ROOT / "examples").iterdir()]:
        yield path.read_text(encoding="utf-8")
    for path in (ROOT / "kztimeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def examples_in(texts: Iterable[str]) -> list[str]:
    """Return the settings that texts write, each as the lines of a configuration file."""
    actions = {action.id for action in ACTIONS}
    written = {each.groups() for text in texts for each in EXAMPLE.finditer(text)}
    return [
        f"[keys]\n{name} = {value}\n" if name in actions else f"{name} = {value}\n"
        for name, value in sorted(written)
        if name in actions or name in WRONG
    ]


def test_every_setting_that_is_printed_as_an_example_is_accepted() -> None:
    examples = examples_in(printed())
    for name in ("documents", "theme", "signs", "keep_screen", "filter", "undo"):
        assert any(f"{name} = " in each for each in examples), name
    assert {each: said(each) for each in examples if said(each)} == {}


@pytest.mark.parametrize("setting", WRONG)
def test_what_a_remedy_has_the_reader_write_is_accepted(setting: str) -> None:
    for value in WRONG[setting]:
        write(user_config(), f"{setting} = {value}\n", "config.toml")
        remedies = kzt("keys").stderr
        assert {each: said(each) for each in examples_in([remedies]) if said(each)} == {}
