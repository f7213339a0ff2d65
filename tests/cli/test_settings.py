"""Settings that cannot be followed: each is said once, and the program starts without it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from kztimeline.loading.locations import user_config, user_state
from kztimeline.session.settings import Settings, load_settings
from kztimeline.tui.actions.setting_mistakes import mistakes_in, without_mistakes
from kztimeline.tui.commands import ACTIONS
from tests.commands import kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow
from tests.tui.terminal import terminal

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
    problems = [line for line in run.stderr.splitlines() if line.startswith(f"kzt: {path}:")]
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


PLACES: Final = (
    ("theme = [", ":1:10: not valid TOML: ", "; the whole file is ignored"),
    ('# mine\ntheme = "x\n\n', ":2:11: not valid TOML: ", "; the whole file is ignored"),
    ('\nsigns = "ascii"\na b = 1\n', ":3:3: not valid TOML: expected '='", " is ignored"),
    (f"{'a.' * 200}b = 1\n", ":1: not valid TOML: a key with too many parts;", " is ignored"),
    ('\ntheme = "\udce9"', ":2:10: the byte 0xE9 is not UTF-8", "; the whole file is ignored"),
    ("\n\nkeep_screen = 1", ":3: the setting 'keep_screen' must be", "; left out"),
    ("[nosuch]\ntheme = 1", ":1: there is no setting 'nosuch'", "; left out"),
    ('theme = "dark"\n[keys]\n"a.b" = 1\n', ":3: the keys of 'a.b' must be", "; left out"),
    ('\n[keys]\nundo = "q"\n', ":3: q is the key of both undo and quit", "; left out"),
    ('\nkeys = { undo = "q" }\n', ":2: q is the key of both undo and quit", "; left out"),
    ('\n"theme" = "drak"\n', ":2: there is no theme 'drak'", "; left out"),
)


@pytest.mark.parametrize(
    ("content", "told", "follows"), mostly_slow(PLACES, PLACES[::3], several=True)
)
def test_a_fault_is_told_with_its_line(content: str, told: str, follows: str) -> None:
    path = user_config() / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    run = kzt("keys")
    assert f"kzt: {path}{told}" in run.stderr
    assert run.stderr.splitlines()[0].endswith(follows)


def test_what_is_left_can_be_followed() -> None:
    write(user_config(), MANY, "config.toml")
    settings, mistakes = without_mistakes(load_settings(), ACTIONS)
    assert not list(mistakes_in(settings, ACTIONS))
    assert settings == Settings(faults=settings.faults)
    assert len({mistake.setting for mistake in mistakes}) == 6


# On the screen, which hides what was said before it opened


TOLD: Final = (
    ('theme = "drak"', "config.toml:1: there is no theme 'drak'; left out. Write theme = \"dark\""),
    ("theme = [", "config.toml:1:10: not valid TOML: "),
    ("theme = [", "; the whole file is ignored. Correct it."),
    ("keep_screen = 1", "config.toml:1: the setting 'keep_screen' must be true or false; left"),
    ('[keys]\nundo = "q"', "q is the key of both undo and quit; left out."),
    (MANY, " 11 more: the shell tells them when you leave."),
)


@pytest.mark.slow
@pytest.mark.parametrize(("content", "told"), mostly_slow(TOLD, TOLD[:1], several=True))
def test_a_wrong_setting_is_told_on_the_screen_at_every_start(
    content: str, told: str, tmp_path: Path
) -> None:
    path = write(tmp_path, timeline(event("one", title="Envoy speaks")))
    # Not the first start, and a screen that is kept of another.
    with terminal("-t", str(path), size=(100, 24)) as screen:
        screen.until("Envoy speaks")
        screen.type("q")
        assert screen.ended() == 0
    write(user_config(), content, "config.toml")
    for _start in range(2):
        with terminal("-t", str(path), size=(100, 24)) as screen:
            screen.until("Envoy speaks")
            screen.until(told)
            screen.type("j")
            assert told not in screen.picture
            screen.type("q")
            assert screen.ended() == 0


@pytest.mark.slow
def test_faults_of_settings_and_of_state_are_told_beside_one_another(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event("one", title="Envoy speaks")))
    write(user_config(), 'theme = "drak"', "config.toml")
    user_state().mkdir(parents=True)
    for name in ("pins", "last"):
        (user_state() / f"{name}.json").write_text("{no json", encoding="utf-8")
    with terminal("-t", str(path), size=(160, 24)) as screen:
        screen.until("there is no theme 'drak'")
        screen.until("it is kept as pins.json.damaged")
        screen.until("it is kept as last.json.damaged")
        # The keys of a first start stand beside it.
        screen.until("go to date")


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["\r", "\x1b"])
def test_damaged_views_are_told_where_one_is_saved(keys: str, tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event("one", title="Envoy speaks")))
    user_state().mkdir(parents=True)
    (user_state() / "views.json").write_text("{no json", encoding="utf-8")
    with terminal("-t", str(path), size=(160, 24)) as screen:
        screen.until("Envoy speaks")
        screen.type("S")
        screen.type("mine")
        screen.type(keys)
        screen.until("it is kept as views.json.damaged")
        assert ("Saved as @mine." in screen.picture) == (keys == "\r")


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


@pytest.mark.slow
def test_every_setting_that_is_printed_as_an_example_is_accepted() -> None:
    examples = examples_in(printed())
    for name in ("documents", "theme", "signs", "keep_screen", "filter", "undo"):
        assert any(f"{name} = " in each for each in examples), name
    assert {each: found for each in examples if (found := said(each))} == {}


@pytest.mark.parametrize("setting", mostly_slow(WRONG, ["theme", "keys"]))
def test_what_a_remedy_has_the_reader_write_is_accepted(setting: str) -> None:
    for value in WRONG[setting]:
        write(user_config(), f"{setting} = {value}\n", "config.toml")
        remedies = kzt("keys").stderr
        assert {each: found for each in examples_in([remedies]) if (found := said(each))} == {}
