"""The command line application: the main command and its subcommands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kztimeline.cli import briefing, check, documents, events, export, keys
from kztimeline.cli.errors import reporting
from kztimeline.cli.events import TimelineOption

app = typer.Typer(
    name="kzt",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    timeline: TimelineOption = None,
    texts: Annotated[
        Path | None,
        typer.Option(
            "--documents",
            metavar="FOLDER",
            help="Where the texts of the documents are; KZT_DOCUMENTS names one too.",
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Explore a timeline on the terminal, with evidence for every event.

    Without a command, the timeline opens on the screen.
    """
    if version:
        from kztimeline import __version__

        typer.echo(f"kzt {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from kztimeline.cli.screen import open_screen

        with reporting():
            open_screen(timeline, texts)
    context.obj = timeline


app.command()(check.check)
app.command("list", cls=events.QueryCommand)(events.list_events)
app.command()(events.show)
app.command(cls=events.QueryCommand)(export.export)
app.command(cls=events.QueryCommand)(briefing.briefing)
app.command()(documents.extract)
app.command()(documents.coverage)
app.command()(keys.keys)
app.add_typer(documents.seeds_app, name="seeds")
