"""`kzt keys`: the table of keys."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

from kztimeline.cli.formats import LISTS, TEXT, ListFormatOption, target
from kztimeline.cli.options import ForceOption, OutputOption
from kztimeline.cli.reporting import reporting
from kztimeline.export.plain_lists import PlainList
from kztimeline.text.cells import cut
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.tui.actions.action import Action

_MARKDOWN: Final = "markdown"


def keys(
    format: ListFormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> None:
    """List the keys of the screen and their actions.

    Under [keys] in the configuration file, an action's name takes other keys, separated
    by commas: filter = "f,ctrl+g".
    """
    from kztimeline.cli.read.screen import screen_settings
    from kztimeline.tui.actions import printed_keys as printed_keys
    from kztimeline.tui.actions.action import with_keys
    from kztimeline.tui.commands import ACTIONS

    with reporting():
        to = target(format, output, default=TEXT, formats=LISTS, force=force)
        actions = with_keys(ACTIONS, screen_settings().keys)
        if to.format is not None and to.format.name == _MARKDOWN:
            text = "".join(f"{line}\n" for line in printed_keys.as_markdown(actions))
            to.write_text(text, count_of(len(actions), "action"))
            return
        lines = printed_keys.as_text(actions)
        if to.path is None and sys.stdout.isatty():
            lines = (cut(line, shutil.get_terminal_size().columns) for line in lines)
        to.write_list(_plain_list(actions), "action", (f"{line}\n" for line in lines))


def _plain_list(actions: Sequence[Action]) -> PlainList:
    from kztimeline.tui.actions.action import key_name

    return PlainList(
        "actions",
        ("action", "group", "keys", "keys_while_reading", "does"),
        tuple(
            {
                "action": action.id,
                "group": action.group,
                "keys": tuple(map(key_name, action.keys)),
                "keys_while_reading": tuple(map(key_name, action.reading_keys)),
                "does": action.help,
            }
            for action in actions
        ),
    )
