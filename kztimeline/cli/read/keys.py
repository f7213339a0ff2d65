"""`kzt keys`: the table of keys."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kztimeline.cli.reporting import reporting


class TableFormat(StrEnum):
    """How the table is written."""

    text = "text"
    markdown = "markdown"


def keys(
    format: Annotated[
        TableFormat, typer.Option("--format", help="How to write the table.")
    ] = TableFormat.text,
) -> None:
    """List the keys of the screen and the actions they do.

    Under [keys] in the configuration file, an action's name takes other keys, separated
    by commas: filter = "f,ctrl+f".
    """
    from kztimeline.cli.read.screen import screen_settings
    from kztimeline.tui.actions import table as key_table
    from kztimeline.tui.actions.action import with_keys
    from kztimeline.tui.commands import ACTIONS

    with reporting():
        actions = with_keys(ACTIONS, screen_settings().keys)
    table = key_table.as_markdown if format is TableFormat.markdown else key_table.as_text
    sys.stdout.writelines(f"{line}\n" for line in table(actions))
