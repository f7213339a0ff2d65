"""What the shell may offer for a document's card, and for a date in one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kztimeline.cli.offers import Offer, safe_offers, timeline_so_far
from kztimeline.documents.fates import is_open
from kztimeline.loading.loader import documents_beside
from kztimeline.loading.locations import is_packaged, timeline_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.timeline.model import Document, Mention


def offer_cards(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the cards beside the timeline whose ids begin so."""
    return safe_offers(((each.id, each.title) for each in _cards(ctx)), incomplete)


def offer_open_spans(ctx: Any, incomplete: str) -> list[Offer]:
    """Return where the open dates of the card on the command line stand."""
    return _spans((each for each in _mentions(ctx) if is_open(each)), incomplete)


def offer_decided_spans(ctx: Any, incomplete: str) -> list[Offer]:
    """Return where its dates stand that are cited or dismissed."""
    return _spans((each for each in _mentions(ctx) if not is_open(each)), incomplete)


def offer_open_kinds(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the kinds of its open dates, the most frequent first."""
    counts = Counter(each.kind for each in _mentions(ctx) if is_open(each))
    return safe_offers(
        ((kind, f"{number} open") for kind, number in counts.most_common()), incomplete
    )


def _spans(mentions: Iterable[Mention], incomplete: str) -> list[Offer]:
    return safe_offers(((str(each.span), each.text) for each in mentions), incomplete)


def _mentions(ctx: Any) -> tuple[Mention, ...]:
    wanted = ctx.params.get("card")
    return next((each.mentions for each in _cards(ctx) if each.id == wanted), ())


def _cards(ctx: Any) -> Iterable[Document]:
    """Return the cards that may be changed: not those of the built-in timeline."""
    of = timeline_path(timeline_so_far(ctx))
    return [] if is_packaged(of) else documents_beside(of).values()
