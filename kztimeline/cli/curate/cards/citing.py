"""`kzt seeds cite`: the cards say what the events cite."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.curate.beside import events_of_sharers, no_card, no_documents, own_timeline
from kztimeline.cli.curate.card_offers import offer_cards
from kztimeline.cli.curate.cards.changing import change_cards
from kztimeline.cli.options import TimelineOption
from kztimeline.cli.reporting import reporting, say
from kztimeline.loading.loader import documents_beside, events_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kztimeline.documents.fates import Lapsed
    from kztimeline.timeline.model import Document, Event, Mention, Statement


def cite_from_spans(
    context: typer.Context,
    cards: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CARD", help="Ids of cards; all if none is named.", autocompletion=offer_cards
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--every", help="Also dates in a span that are not the event's own."),
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """Write into the cards which events cite each date, from the events' own spans.

    An event cites a date that stands in one of its spans and is its own date or lies within
    that. Where none in its spans is, and it states an inference, it cites all of them.

    A citation is taken out of a card, and named, where the event's spans no longer hold it
    or there is no such event. Dates that are dismissed stay dismissed, and comments stay.
    """
    from kztimeline.documents.fates import dismissed_though_cited

    with reporting():
        of = own_timeline(timeline or context.obj)
        events = events_of(of)
        documents = documents_beside(of, all_sound=True)
        if not documents and not cards:
            no_documents()
        ids = {card.id for card in documents.values()}
        for card in cards or ():
            if card not in ids:
                no_card(card, sorted(ids))
        chosen = {path: each for path, each in documents.items() if not cards or each.id in cards}
        others = events_of_sharers(of).values()
        taken: dict[Path, list[Lapsed]] = {path: [] for path in chosen}
        change = partial(_cited_anew, events=events, others=others, every=every)
        change_cards(of, {path: partial(change, taken=taken[path]) for path in chosen})
        for path, gone in taken.items():
            _say_taken(path, gone)
        for document, mention, event in dismissed_though_cited(
            chosen.values(), events, every=every
        ):
            given = f" -t {as_argument(of)}"
            say(
                f"the card {document.id} dismisses {mention.text!r} at {mention.span}, "
                f"which {event.id} cites",
                f"    `kzt seeds reopen {document.id} {mention.span}{given}` opens it; "
                f"run `kzt seeds cite{given}` again, or cite another passage.",
            )


def _cited_anew(
    document: Document,
    *,
    events: Sequence[Event],
    others: Collection[Sequence[Event] | None],
    every: bool,
    taken: list[Lapsed],
) -> Document:
    """Return a card as its events cite it; `taken` is given what is taken out."""
    from kztimeline.documents.fates import cited_by_spans, lapsed, without_lapsed

    taken[:] = lapsed(document, events, others)
    left = without_lapsed(document, taken)
    return replace(left, mentions=cited_by_spans(left, events, every=every))


def _say_taken(path: Path, gone: Sequence[Lapsed]) -> None:
    """Say which citations were taken out of a card, and why."""
    unknown = dict.fromkeys(each.event for each in gone if not each.exists)
    if unknown:
        say(f"{path}: taken out, since there is no such event: {', '.join(unknown)}")
    lines = [
        f"    {each.event} no longer cites {_named(each.entry)} at {each.entry.span}"
        for each in gone
        if each.exists
    ]
    if lines:
        say(f"{path}: taken out, since the event's spans do not hold it:", *lines)


def _named(entry: Mention | Statement) -> str:
    return f"“{getattr(entry, 'text', None) or getattr(entry, 'states', '')}”"
