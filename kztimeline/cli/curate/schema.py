"""`kzt schema`: the JSON Schema by which an editor completes and checks a timeline file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kztimeline.cli import output as out
from kztimeline.cli.options import ForceOption, OutputOption
from kztimeline.cli.reporting import say
from kztimeline.cli.streams import write_bytes


class FileKind(StrEnum):
    """What a file is."""

    timeline = "timeline"
    card = "card"


def schema(
    kind: Annotated[
        FileKind,
        typer.Argument(metavar="KIND", help="timeline, or card for a document's card in seeds/."),
    ] = FileKind.timeline,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write the JSON Schema of timeline files, for editors.

    An editor with the YAML language server reads it where a file begins with the line
    `# yaml-language-server: $schema=FILE`, with the path of the schema from there.
    """
    from kztimeline.loading.file_format.schema import SCHEMAS

    path = out.destination(output, [".json"])
    content = SCHEMAS[kind.value]()
    if path is None:
        write_bytes(content)
    else:
        out.write_or_ask({path: content}, force=force)
        say(f"the schema of a {kind.value} written to {output}")
