"""Whether titles and summaries can be read by themselves, and still hold.

Part of `kzt check --strict`, on contents that have passed all other checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from kztimeline.dates.occurring import last_day, with_ends
from kztimeline.loading.checks.contents import Check, Contents, Problem
from kztimeline.timeline.model import Actor, Event

_STALE_AFTER: Final = dt.timedelta(days=365)
_STALE: Final = re.compile(
    r"\b(still needs?|(is|are) (due|expected|set|scheduled) (to|for|with|on|in|that)"
    r"|awaits?|(has|have|is) yet to|remains? to be"
    r"|will (be|meet|sign|open|start|begin|hold|vote|decide|visit|leave|return)"
    r"|will take (effect|place))\b"
)
_EARLY: Final = re.compile(
    r"\b(preliminary|provisional|partial|early|first)( official)? "
    r"(results?|counts?|figures?|returns|tall(y|ies))\b",
    re.IGNORECASE,
)
_LAW: Final = re.compile(r"\b(laws?|amendments|code)\b", re.IGNORECASE)
_MADE: Final = re.compile(
    r"\b(signs?|signed|passe[sd]|adopts?|votes?|takes? effect|in force|new|becomes|repeals?)\b",
    re.IGNORECASE,
)
_OWN_DATE: Final = re.compile(
    r"\b(bears|dated|dates the|is of|law of) |\bNo\. ?\d|\bitself bears\b", re.IGNORECASE
)
_HEADS: Final = re.compile(r"^(President|Chancellor) of (?!the (?:Senate|European))")
_OFFICES: Final = re.compile(
    r"president|premier|minister|secretary|ambassador|envoy|chargé|senator|sen|rep|representative"
    r"|congress(wo)?man|lawmaker|deputy|speaker|governor|mayor|general|chief|head|leader|founder"
    r"|judge|prosecutor|lawyer|editor|journalist|blogger|columnist|author|scholar|activist|critic"
    r"|defender|banker|executive|businessman|investor|official|aide|adviser|spokesman|diplomat"
    r"|politician|nephew|daughter|son-in-law|wife|widow|rival|gunman|chair(wo)?man|director"
    r"|commissioner|organizer|ex-[\w-]+",
    re.IGNORECASE,
)
_NAMED_AFTER_PERSONS: Final = re.compile(
    r"act|amendment|bill|doctrine|foundation|fund|initiative|law|plan|program|scholarship"
)
_NUMBER: Final = re.compile(r"One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve")


def titles_name_offices(contents: Contents) -> Iterator[Problem]:
    """A surname in a title has an office or a given name before it.

    The exceptions are a name that only heads of state bear among the actors, one that is part
    of a longer name (of a body among the actors, or of what bears a person's name), and a
    number that opens the title, such as the Ten of ten men.
    """
    persons = [actor for actor in contents.file.actors if actor.kind == "person"]
    given: dict[str, set[str]] = {}
    for actor in persons:
        given.setdefault(_surname(actor), set()).update(actor.name.split()[:-1])
    strangers = {_surname(actor) for actor in persons if not _was_head(actor)}
    bodies = _names_of_bodies(contents.file.actors)
    for number, event in enumerate(contents.file.events):
        for surname in _unexplained(bodies.sub("", event.title), given, strangers):
            yield Problem(
                ("events", number, "title"),
                f"{surname!r} stands without an office or a given name",
                "Say who it is, such as “Ambassador Smith” or “Jane Smith”.",
            )


def _surname(actor: Actor) -> str:
    return actor.name.split()[-1]


def _was_head(actor: Actor) -> bool:
    return any(_HEADS.match(role.title) for role in actor.roles)


def _names_of_bodies(actors: Iterable[Actor]) -> re.Pattern[str]:
    """Return what finds the names of actors that are no persons, the longest first."""
    names = {n for a in actors if a.kind != "person" for n in (a.name, *a.other_names)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b")


def _unexplained(title: str, given: dict[str, set[str]], strangers: set[str]) -> Iterator[str]:
    """Yield the surnames in `title` that no office and no given name introduces."""
    before: list[str] = []
    words = title.split()
    for word, after in zip(words, [*words[1:], ""], strict=True):
        name = re.sub(r"’s?$", "", word.strip(",;:.“”"))
        named_after = name == word and _names_a_thing(before, after)
        counted = not before and _NUMBER.fullmatch(name)
        exempt = named_after or counted or _introduces(before, given.get(name, set()))
        if name in strangers and not exempt:
            yield name
        before.append(word)


def _names_a_thing(before: list[str], after: str) -> bool:
    """Tell whether a surname between these words is part of a name: Baker Hughes, Lugar program.

    Titles stand in sentence case, so a capital after it goes on with the name.
    """
    goes_on = after[:1].isupper() or _NAMED_AFTER_PERSONS.fullmatch(after.strip(",;:.“”"))
    return bool(goes_on) or "&" in (after, *before[-1:])


def _introduces(before: list[str], given: set[str]) -> bool:
    """Tell whether the words before a surname end in a given name or an office.

    What introduces the first of two joined by "and" introduces the second.
    """
    if before[-1:] == ["and"]:
        return _introduces(before[:-2], given) or _introduces(before[:-3], given)
    nearest = before[-1:] + (before[-3:-2] if before[-2:-1] == ["of"] else [])
    words = [word.strip(",“”") for word in nearest]
    return any(
        word in given or _OFFICES.fullmatch(_singular(word.removesuffix("."))) for word in words
    )


def _singular(word: str) -> str:
    return re.sub(r"ies$", "y", word).removesuffix("s")


def endings_told(contents: Contents) -> Iterator[Problem]:
    """What a summary of old leaves to come has come: a later sentence or a link says so."""
    events = contents.file.events
    lasts = (last_day(event.date) for event in events)
    period_end = with_ends(contents.file.timeline.span, (), lasts).latest or dt.date.max
    followed = {link.to for event in events for link in event.links}
    for number, event in enumerate(events):
        last = event.date.latest
        if last is None or last > period_end - _STALE_AFTER or event.links or event.id in followed:
            continue
        sentence = re.split(r"(?<=[.!?]) ", event.summary)[-1]
        if found := _STALE.search(sentence):
            yield Problem(
                ("events", number, "summary"),
                f"the summary ends on what was to come: {found[0]!r}",
                "Say what came of it, or link the event that tells it.",
            )


def counts_final(contents: Contents) -> Iterator[Problem]:
    """Titles and summaries give final figures; early ones stand under `note`."""
    for number, event in enumerate(contents.file.events):
        for field in ("title", "summary"):
            if found := _EARLY.search(getattr(event, field)):
                yield Problem(
                    ("events", number, field),
                    f"{found[0]!r} stands for the outcome",
                    "Give the final figure, and the early one under `note`.",
                )


def laws_have_their_date(contents: Contents) -> Iterator[Problem]:
    """An event about a law says which date the law itself bears."""
    for number, event in enumerate(contents.file.events):
        if not _tells_of_a_law(event):
            continue
        said = " ".join(citation.says or "" for citation in event.sources)
        if not _OWN_DATE.search(f"{event.summary} {event.note} {said}"):
            yield Problem(
                ("events", number, "title"),
                "the law’s own date is missing beside its signing, publication or entry in force",
                "Say under `note` which date the law bears, such as “The law bears the date …”.",
            )


def _tells_of_a_law(event: Event) -> bool:
    return bool(_LAW.search(event.title) and _MADE.search(event.title))


WORDING_CHECKS: tuple[Check, ...] = (
    titles_name_offices,
    endings_told,
    counts_final,
    laws_have_their_date,
)
