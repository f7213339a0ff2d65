"""`kzt seeds`: the documents' cards, and the commands that add one or fill them in."""

from __future__ import annotations

import typer

from kztimeline.cli.arguments.for_typer import Command, DeclaringTyper
from kztimeline.cli.curate.adding import add
from kztimeline.cli.curate.beside import no_documents, say_which
from kztimeline.cli.curate.cards.citing import cite_from_spans
from kztimeline.cli.curate.cards.dismissing import dismiss_mentions
from kztimeline.cli.curate.cards.reopening import reopen
from kztimeline.cli.curate.coverage import listed, say_what_is_left_out, write_ledger
from kztimeline.cli.curate.walk.command import walk
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import ForceOption, OutputOption, TimelineOption, chosen_timeline
from kztimeline.cli.reporting import reporting
from kztimeline.documents.ledger import cover

seeds_app = DeclaringTyper(
    invoke_without_command=True, help="List the documents' cards, add one, or fill them in."
)


@seeds_app.callback()
def seeds(
    context: typer.Context,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """List the documents' cards, each with how many of its dates are cited, dismissed or open."""
    context.obj = timeline or context.obj
    if context.invoked_subcommand is not None:
        return
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        say_which(context.obj)
        loaded = chosen_timeline(context)
        write_ledger(to, cover(loaded), listed)
        say_what_is_left_out(loaded)
        if not loaded.documents:
            no_documents()


seeds_app.command(cls=Command)(add)
seeds_app.command(cls=Command)(walk)
seeds_app.command("cite", cls=Command)(cite_from_spans)
seeds_app.command("dismiss", cls=Command)(dismiss_mentions)
seeds_app.command("reopen", cls=Command)(reopen)
