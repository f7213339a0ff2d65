"""`kzt seeds dismiss`: dates that no event cites, with the reason."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.curate.beside import (
    events_if_sound,
    events_of_sharers,
    no_card,
    own_timeline,
)
from kztimeline.cli.curate.card_offers import offer_cards, offer_open_kinds, offer_open_spans
from kztimeline.cli.curate.cards.changing import change_cards
from kztimeline.cli.options import TimelineOption
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.loading.findings import sentence
from kztimeline.loading.loader import documents_beside
from kztimeline.timeline.field_types import FieldError, check_text, parse_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.timeline.model import Document, Event


def dismiss_mentions(
    context: typer.Context,
    card: Annotated[
        str, typer.Argument(metavar="CARD", help="The id of a card.", autocompletion=offer_cards)
    ],
    spans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SPAN",
            help="Where the dates stand, as in the card: 12-20.",
            autocompletion=offer_open_spans,
        ),
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why no event cites them.")] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="All open dates of a kind, such as duration.",
            autocompletion=offer_open_kinds,
        ),
    ] = None,
    rest: Annotated[
        bool, typer.Option("--rest", help="All open dates; with --kind, all of that kind.")
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """Dismiss dates of a card that no event cites, many at once, with a reason."""
    with reporting():
        of = own_timeline(timeline or context.obj)
        if not reason:
            fail("--reason is missing", "Say why no event cites them: --reason 'background'", USAGE)
        try:
            check_text(reason)
        except FieldError as error:
            fail(f"--reason: {error.problem}", sentence(error.remedy), USAGE)
        if not (spans or kind or rest):
            remedy = "Name spans such as 12-20, or --kind duration, or --rest for all open ones."
            fail("no date is named", remedy, USAGE)
        documents = {each.id: path for path, each in documents_beside(of, all_sound=True).items()}
        if card not in documents:
            no_card(card, sorted(documents))
        if rest:
            _heed_who_cites(of, card)
        change = partial(
            _dismissed, of, spans=spans or (), kinds=kind or (), reason=reason, rest=rest
        )
        change_cards(of, {documents[card]: change})


def _heed_who_cites(of: Path, card: str) -> None:
    """Say that a timeline does not cite a card; exit where another that reads it does."""
    if _cites(events_if_sound(of), card):
        return
    other = next(
        (path for path, events in events_of_sharers(of).items() if _cites(events, card)), None
    )
    if other is not None:
        fail(
            f"--rest: no event of {of} cites the card {card}, and {other} does",
            f"Name that timeline with -t {as_argument(other)}, or name the spans.",
        )
    say(f"no event of {of} cites the card {card}")


def _cites(events: Sequence[Event] | None, card: str) -> bool:
    return any(cited.source == card for event in events or () for cited in event.sources)


def _dismissed(
    of: Path,
    document: Document,
    *,
    spans: Sequence[str],
    kinds: Sequence[str],
    reason: str,
    rest: bool,
) -> Document:
    from kztimeline.documents.fates import dismissed, is_open

    mentions = document.mentions
    known = sorted({mention.kind for mention in mentions})
    for kind in kinds:
        if kind not in known:
            fail(f"--kind: no date of kind {kind!r}", f"The card has {', '.join(known)}.", USAGE)
    numbers = {
        number
        for number, mention in enumerate(mentions)
        if is_open(mention) and (mention.kind in kinds if kinds else rest)
    }
    chosen = numbers | {_at(of, document, span) for span in spans}
    return replace(document, mentions=dismissed(document, chosen, reason))


def _at(of: Path, document: Document, text: str) -> int:
    """Return the number of the open mention at a span; exit where there is none."""
    from kztimeline.documents.fates import is_open

    try:
        span = parse_span(text)
    except FieldError as error:
        fail(error.problem, sentence(error.remedy), USAGE)
    number = next((n for n, each in enumerate(document.mentions) if each.span == span), None)
    if number is None:
        near = [each for each in document.mentions if each.span.overlaps(span)]
        meant = " or ".join(str(each.span) for each in near[:3])
        remedy = f"Did you mean {meant}?" if near else "`kzt coverage` lists those that are open."
        problem = f"{text}: no date of the card {document.id} stands there"
        fail(problem, remedy)
    mention = document.mentions[number]
    if not is_open(mention):
        by = ", ".join(mention.cited_by)
        state = f"is cited by {by}" if by else "is dismissed already"
        remedy = f"Leave it out; `kzt seeds reopen {document.id} {mention.span}` opens it again."
        fail(f"{text}: {mention.text!r} {state}", remedy)
    return number
