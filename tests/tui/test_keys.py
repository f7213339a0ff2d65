"""Keys that the user has set, and the table of all keys."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.loading.locations import user_config
from kztimeline.session.settings import Settings
from kztimeline.tui.actions.action import key_name
from kztimeline.tui.actions.setting_mistakes import mistakes_in, without_mistakes
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.dialogs.help import HelpScreen
from tests.commands import kzt
from tests.files import write
from tests.tui.driving import reading


def problems(**keys: str) -> list[str]:
    return [mistake.problem for mistake in mistakes_in(Settings(keys=keys), ACTIONS)]


async def test_keys_that_are_set_replace_those_of_the_action() -> None:
    async with reading(keys={"next_event": "x,y", "quit": "Q"}) as reader:
        await reader.press("g", "x", "y")
        assert reader.here == reader.ids[2]
        await reader.press("j", "down")
        assert reader.here == reader.ids[2]
        assert "Q quit" in reader.line("#footer")
        await reader.press("?")
        assert isinstance(reader.app.screen, HelpScreen)
        assert "x y " in reader.text("HelpText")


async def test_two_actions_can_swap_their_keys() -> None:
    async with reading(keys={"next_event": "k,up", "previous_event": "j,down"}) as reader:
        await reader.press("g", "k", "up", "k", "j", "down")
        assert reader.here == reader.ids[1]


async def test_keys_of_reading_stay_where_another_action_gives_them_up() -> None:
    async with reading(size=(80, 12), keys={"next_event": "x"}) as reader:
        await reader.go("press")
        await reader.press("enter", "down", "down")
        assert reader.here == "press"
        assert reader.screen.pages.detail.scroll_offset.y == 2


@pytest.mark.slow
async def test_messages_name_the_keys_that_are_set() -> None:
    async with reading(keys={"undo": "Z", "importance_3": "9"}) as reader:
        await reader.press("1", "f", *"regatta", "enter")
        assert "Z undoes the last change" in reader.text("#events")
        assert "9 shows every importance" in reader.text("#events")


def test_mistakes_are_named() -> None:
    assert problems(next_event="X", previous_passage="ctrl+y,f5,comma,ж,@") == []
    assert problems(nxt_event="x") == ["there is no action 'nxt_event' to give a key to"]
    assert problems(next_event="X,") == ["next_event: there is no key ''"]
    assert problems(next_event="Ctrl+x") == ["next_event: there is no key 'Ctrl+x'"]
    assert problems(next_event="q") == ["q is the key of both next_event and quit"]
    assert problems(next_event="X", undo="X") == ["X is the key of both next_event and undo"]
    assert problems(next_event="k", previous_event="j") == []
    (mistake,) = mistakes_in(Settings(theme="drak"), ACTIONS)
    assert "dark" in mistake.remedy


@given(
    theme=st.none() | st.sampled_from(["dark", "drak", ""]),
    signs=st.none() | st.sampled_from(["ascii", "asci", ""]),
    keys=st.dictionaries(
        st.sampled_from([*(action.id for action in ACTIONS[:20]), "nxt"]),
        st.sampled_from(["j", "k,j", "q", "X", "Ctrl+x", ",", ""]),
        max_size=6,
    ),
)
def test_whatever_is_set_what_is_wrong_is_left_out_and_the_rest_stays(
    theme: str | None, signs: str | None, keys: dict[str, str]
) -> None:
    settings = Settings(theme=theme, signs=signs, keys=keys)
    left, found = without_mistakes(settings, ACTIONS)
    assert list(mistakes_in(left, ACTIONS)) == []
    assert bool(found) == (left != settings)
    assert left.theme == (theme if theme in {None, "dark"} else None)
    assert left.signs == (signs if signs in {None, "ascii"} else None)
    assert left.keys.items() <= keys.items()


def test_no_two_actions_have_a_key_in_common_unless_set_so() -> None:
    keys = {action.id: ",".join(action.keys).replace(",,", ",comma") for action in ACTIONS}
    assert problems(**{name: "comma" if text == "," else text for name, text in keys.items()}) == []


@pytest.mark.parametrize(
    "content",
    ['theme = "blue"', 'signs = "asci"', '[keys]\nnext = "j"\n', '[keys]\nundo="q"'],
)
def test_settings_that_cannot_be_followed_are_said_and_left_out(content: str) -> None:
    path = write(user_config(), content, "config.toml")
    run = kzt("keys")
    assert run.returncode == 0
    assert run.stderr.startswith(f"kzt: {path}:")
    assert len(run.stderr.splitlines()) == 2
    path.unlink()
    assert run.stdout == kzt("keys").stdout


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_table_has_every_action_with_its_keys(form: str) -> None:
    write(user_config(), '[keys]\nundo = "Q"\n', "config.toml")
    lines = kzt("keys", "--format", form).stdout.splitlines()
    for action in ACTIONS:
        keys = ("Q",) if action.id == "undo" else action.keys
        (line,) = [line for line in lines if line.endswith((f"  {action.id}", f" `{action.id}` |"))]
        assert action.help in line
        assert all(key_name(key) in line for key in keys)


def test_the_registry_and_the_table_do_without_textual() -> None:
    script = (
        "import sys, kztimeline.tui.actions.printed_keys, kztimeline.tui.actions.setting_mistakes\n"
        "print('textual' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


async def test_ctrl_q_leaves_nothing_behind_unsaid() -> None:
    async with reading() as reader:
        await reader.press("ctrl+q")
        assert reader.said == "Press q to quit."
        await reader.press("m", *"half a thought", "ctrl+q")
        assert reader.app.is_running
        assert "half a thought" in reader.picture
