"""Commands in what is said, as they can be pasted: with names of files, and of the timeline."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final

from kztimeline.loading.files.plain_files import STANDARD_INPUT
from kztimeline.loading.locations import timeline_path

_OF_A_TIMELINE: Final = re.compile(
    r"(?<=`)kzt (?:list|show|export|briefing|values|office|views(?: [a-z]+)?|coverage"
    r"|seeds(?: [a-z]+)?|check(?=`))(?=[ `])(?![^`]* -t )[^`]*(?=`)"
)
"""A command that reads a timeline, and does not name it."""


def as_argument(name: Path | str) -> str:
    """Return the name of a file as an argument: no option, and in quotes where a shell needs them.

    What does not show, or is no UTF-8, is written as bash and zsh have it.
    """
    text = str(name)
    text = f"./{text}" if text.startswith("-") else text
    if text.isprintable():
        return shlex.quote(text)
    return f"$'{''.join(map(_escaped, text))}'"


def _escaped(character: str) -> str:
    if character in "\\'":
        return f"\\{character}"
    if character.isprintable():
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode(errors="surrogateescape"))


def with_timeline(text: str, of: Path) -> str:
    """Return what is to be done, its commands as they are typed for a timeline."""
    if of in (STANDARD_INPUT, timeline_path()):
        return text
    return _OF_A_TIMELINE.sub(lambda match: f"{match[0]} -t {as_argument(of)}", text)
