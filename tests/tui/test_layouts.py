"""Letters of Cyrillic layouts are the keys they lie on, but where text is typed."""

from __future__ import annotations

import shutil

import pytest
from textual.events import Key

from kztimeline.loading.locations import user_state
from kztimeline.tui.actions.cyrillic_layouts import key_named, latin
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.dialogs.choice import ChoiceDialog
from kztimeline.tui.dialogs.help import HelpScreen
from kztimeline.tui.workspace.choices import Option
from tests.tui.driving import SMALL, reading

RUSSIAN = dict(
    zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True)
)
CAPITALS = dict(
    zip("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>', strict=True)
)
KAZAKH = dict(zip("әіңғүұқөһ№", "234589" + "0-=/", strict=True))


@pytest.mark.parametrize(("letter", "key"), [*RUSSIAN.items(), *CAPITALS.items(), *KAZAKH.items()])
def test_a_letter_is_the_key_it_lies_on(letter: str, key: str) -> None:
    assert latin(letter) == key
    assert latin(f"ctrl+{letter}") == f"ctrl+{key}"


@pytest.mark.parametrize(
    "key", ["j", "J", "/", ":", "é", "ctrl+z", "space", "escape", "+", "中", ""]
)
def test_other_keys_are_themselves(key: str) -> None:
    assert latin(key) == key


def test_keys_have_the_names_that_textual_gives_them() -> None:
    names = {">": "greater_than_sign", "/": "slash", "-": "minus", "[": "left_square_bracket"}
    assert {sign: key_named(sign) for sign in names} == names
    assert latin("cyrillic_small_letter_zhe") == ";"


async def test_the_case_from_the_field() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("g", "о", "о", "л")
        assert reader.here == reader.ids[1]
        await reader.press("а")
        assert " filter " in reader.picture


@pytest.mark.slow
async def test_letters_do_in_the_list_what_their_keys_do() -> None:
    to_latin = RUSSIAN | CAPITALS | KAZAKH
    for letter, key in to_latin.items():
        if not any(key in action.keys for action in ACTIONS):
            continue
        screens = []
        for pressed in (letter, key):
            async with reading(size=SMALL) as reader:
                await reader.go("press")
                await reader.press("enter" if key == "." else "escape", pressed)
                screens.append(
                    (type(reader.app.screen), reader.screen.session.view, reader.drawn())
                )
            shutil.rmtree(user_state(), ignore_errors=True)
        assert screens[0] == screens[1], letter


@pytest.mark.slow
async def test_what_is_typed_stays_as_it_is_typed() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"қазақ")
        assert " filter қазақ" in reader.picture
        assert "kazakh" in reader.ids
        await reader.press("escape", "m", *"ой")
        assert " note ой" in reader.picture
        await reader.press("escape", "v", "/", *"жо", "escape", "v")
        await reader.press(":", *"жж")
        assert "жж" in reader.picture


async def test_what_is_typed_before_the_bar_is_there_stays_too() -> None:
    async with reading(size=SMALL) as reader:
        reader.send("а", *"қазақ", "enter", "о")
        await reader.settle()
        assert reader.screen.session.view.query == "қазақ"


@pytest.mark.slow
async def test_letters_work_in_dialogs_lists_and_facets(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("?")
        top = reader.drawn()
        # The help is narrowed by what is typed, in any alphabet: it tells of Токаев.
        await reader.press(*"токаев")
        assert " токаев▏ 1 found" in reader.picture
        await reader.press("escape")
        assert reader.drawn() == top
        await reader.press("escape")
        assert not isinstance(reader.app.screen, HelpScreen)
        chosen: list[str | None] = []
        options = [Option(f"o{n}", f"Option {n}") for n in range(4)]
        for keys in ("оощ", "оолЮ"):
            reader.app.push_screen(ChoiceDialog("Choose", options), chosen.append)
            await reader.settle()
            await reader.press(*keys)
        assert chosen == ["o2", "o1"]
        await reader.press("м", "о", "space")
        assert reader.screen.session.view.query == "track:league"
        await reader.press("ө")
        assert reader.screen.session.view.query == "-track:league"
        await reader.press("м", "г", "г")
        assert reader.screen.session.view.query == ""
        await reader.press("ц")
        copied: list[str] = []
        monkeypatch.setattr(reader.app, "copy_to_clipboard", copied.append)
        await reader.press("р")
        await reader.settle()
        assert copied
        assert "Headlines: " in copied[0]


async def test_a_letter_that_is_set_as_a_key_comes_first() -> None:
    async with reading(keys={"last_event": "о"}) as reader:
        await reader.press("g", "о")
        assert reader.here == reader.ids[-1]


async def test_a_key_with_a_modifier_is_the_one_it_lies_on() -> None:
    async with reading(keys={"last_event": "ctrl+j"}) as reader:
        await reader.press("g")
        reader.app.post_message(Key("ctrl+о", None))
        await reader.settle()
        assert reader.here == reader.ids[-1]
