"""What the shell may offer for the arguments of the commands: ids, and words of a query."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kztimeline.timeline.model import Timeline

Offer = tuple[str, str]
"""What may be written, and what it means."""

SHIELD: Final = "\ue000"
"""What stands before a negated word, which would be taken for an option."""
_BEFORE: Final = rf"{SHIELD}?[-(]*"
_SIGNS: Final = pattern(_BEFORE)
_FIELD: Final = pattern(rf"{_BEFORE}(\w+):")
_WITHOUT_QUOTES: Final = pattern(rf"{SHIELD}?[\w:.,@/+=-]+")
_MARKUP: Final = pattern(r"[^\w\s.,;–—/+-]+")
_LONGEST_MEANING: Final = 70


def offer_ids(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the events whose ids begin so."""
    return safe_offers(_ids(_timeline(ctx), incomplete), incomplete)


def offer_query(ctx: Any, incomplete: str) -> list[Offer]:
    """Return what the last word of a query may become."""
    return safe_offers(_words(_timeline(ctx), incomplete), incomplete)


def offer_ids_or_query(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the events whose ids begin so, and what a word of a query may become."""
    timeline = _timeline(ctx)
    ids = _ids(timeline, incomplete) if incomplete else ()
    return safe_offers([*ids, *_words(timeline, incomplete)], incomplete)


def offer_tracks(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the tracks whose ids begin so."""
    return safe_offers(((each.id, each.name) for each in _timeline(ctx).tracks), incomplete)


def offer_topics(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the topics whose ids begin so."""
    return safe_offers(((each.id, each.name) for each in _timeline(ctx).topics), incomplete)


def _timeline(ctx: Any) -> Timeline:
    from kztimeline.loading.cache import load_timeline

    return load_timeline(timeline_so_far(ctx))


def timeline_so_far(ctx: Any) -> Path | None:
    """Return the timeline that the command line so far names, None if it names none."""
    contexts = [ctx]
    while contexts[-1].parent is not None:
        contexts.append(contexts[-1].parent)
    named = [context.params.get("timeline") for context in contexts]
    option = next(filter(None, named), None)
    return Path(option) if option else None


def _ids(timeline: Timeline, begun: str) -> Iterator[Offer]:
    from kztimeline.dates.display import display

    for event in timeline.events:
        if event.id.startswith(begun):
            yield event.id, f"{display(event.date)}, {event.title}"


def _words(timeline: Timeline, begun: str) -> list[Offer]:
    found = list(_continued(timeline, begun))
    if len(found) == 1 and found[0][0].endswith(":"):
        # The shell ends the only offer with a space, and a field has none before its value.
        return list(_continued(timeline, found[0][0]))
    return found


def _continued(timeline: Timeline, begun: str) -> Iterator[Offer]:
    """Yield what a word may become, as the filter bar has it; names of views besides."""
    from kztimeline.query import complete

    signs = _SIGNS.match(begun)[0]  # type: ignore[index]
    if begun.startswith(f"{signs}@"):
        yield from ((f"{signs}@{name}", meaning) for name, meaning in _views(timeline))
        return
    shield = SHIELD if begun.startswith(SHIELD) else ""
    text = begun.removeprefix(SHIELD)
    for completion in complete(text, len(text), timeline):
        yield f"{shield}{completion.applied(text)}", completion.label
    if field := _FIELD.match(begun):
        yield from ((f"{field[0]}{value}", "") for value in _free_values(field[1], timeline))


def _views(timeline: Timeline) -> Iterator[Offer]:
    from kztimeline.session.saved_views import saved_views

    for name, view in saved_views(timeline).views.items():
        yield name, view.active_query or "everything"


def _free_values(field: str, timeline: Timeline) -> Iterator[str]:
    """Yield values of a field that has no list of them: years, ids, places."""
    from kztimeline.query.fields import DATE_FIELDS

    if field in DATE_FIELDS:
        days = [event.date.earliest for event in timeline.events if event.date.earliest]
        yield from sorted({str(day.year) for day in days})
    elif field == "id":
        yield from (event.id for event in timeline.events)
    elif field == "place":
        yield from sorted({event.place for event in timeline.events if event.place})


def safe_offers(offers: Iterable[Offer], begun: str) -> list[Offer]:
    """Return the offers that go on from what is begun and need no quotes.

    Of their meanings nothing is left that a shell might obey.
    """
    once: dict[str, str] = {}
    for word, meaning in offers:
        if word.startswith(begun) and _WITHOUT_QUOTES.fullmatch(word):
            once.setdefault(word, _MARKUP.sub(" ", meaning)[:_LONGEST_MEANING].strip())
    return [*once.items()]
