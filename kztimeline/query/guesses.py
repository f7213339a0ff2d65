"""What may be meant by a query that finds nothing, or by a word of it that does."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.query.fields import DATE_FIELDS, FIELDS
from kztimeline.query.mistakes import QueryError
from kztimeline.query.parser import parse_query
from kztimeline.query.syntax import And, FieldTerm, Not, Or, Query, Term, all_of, any_of
from kztimeline.query.words.spellings import SHORTEST, key_of
from kztimeline.query.words.words import alike, compared_word, words_of
from kztimeline.text.nearest import Closeness, did_you_mean, near, nearest
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kztimeline.query.index import Index
    from kztimeline.timeline.model import Timeline

    Count = Callable[[str], int | None]

_MOST: Final = 3
_MOST_COUNTED: Final = 12
_MOST_WRONG: Final = 4
"""Up to how many words of a query may be wrong: more are no misspelling."""
_MOST_WORDS: Final = 12
_KEYS: Final = (
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "ёйцукенгшщзхъфывапролджэячсмитьбю.",
)
"""The keys of the Latin and the Russian layout, in the same order."""


class Guess(NamedTuple):
    """A query that may be meant.

    Attributes:
        query: The query.
        events: How many events it finds, at least possibly; one or more.
        wrong: What finds nothing, as it was written.
        right: What stands in its place.
    """

    query: str
    events: int
    wrong: str
    right: str


def guesses(text: str, index: Index, count: Count | None = None) -> list[Guess]:
    """Return what may be meant by a query, what finds most first; at most three.

    That is something for each word, phrase, place or id that finds nothing by itself, and
    for a mistake such as the value of a field that there is not. Nothing where all is
    found, or where nothing is like what was written.

    Args:
        text: The query.
        index: What is asked.
        count: Returns how many events a query leaves, if not those of the whole timeline
            that it finds.
    """
    count = count or partial(_found_by, index)
    found = (
        Guess(query, count(query) or 0, wrong, right)
        for query, wrong, right in _candidates(text, index)
    )
    return sorted((guess for guess in found if guess.events), key=lambda guess: -guess.events)[
        :_MOST
    ]


def asked(guesses: Sequence[Guess]) -> str:
    """Return guesses as a question, 'barx: did you mean barn (2 events) or bark (1)?', or ''."""
    if not guesses:
        return ""
    first, *others = guesses
    offered = [f"{first.right} ({count_of(first.events, 'event')})"]
    offered += [f"{guess.right} ({guess.events})" for guess in others]
    return f"{first.wrong.removesuffix(':')}: {did_you_mean(offered)}"


def parts_found(text: str, timeline: Timeline, count: Count) -> str:
    """Return what each condition finds by itself where all together find nothing; '' for one.

    Of dates alone: from when to when the events are.
    """
    try:
        query = parse_query(text, timeline)
    except QueryError:
        return ""
    if isinstance(query, FieldTerm) and query.field in DATE_FIELDS:
        return _reach(timeline)
    if not isinstance(query, And) or not 1 < len(query.parts) <= _MOST_WRONG:
        return ""
    found = (f"{part}: {count(str(part)) or 'none'}" for part in query.parts)
    return f"Each by itself: {', '.join(found)}."


def _reach(timeline: Timeline) -> str:
    dates = [event.date for event in timeline.events]
    years = [day.year for date in dates for day in (date.earliest, date.latest) if day]
    return f"The events are dated from {min(years)} to {max(years)}." if years else ""


def _found_by(index: Index, query: str) -> int | None:
    try:
        return len(index.run(parse_query(query, index.timeline)))
    except QueryError:
        return None


def _candidates(text: str, index: Index) -> Iterator[tuple[str, str, str]]:
    """Yield queries that may be meant, each with what is wrong in the text and what is right."""
    try:
        query = parse_query(text, index.timeline)
    except QueryError as mistake:
        wrong = text[mistake.start : mistake.end]
        for right in mistake.meant:
            yield text[: mistake.start] + right + text[mistake.end :], wrong, right
        return
    unwanted = set(query.unwanted_terms())
    nothing = dict.fromkeys(term for term in _terms(query) if not index.run(term))
    if len(nothing) > _MOST_WRONG:
        return
    like = ((term, _instead_of(term, index)[:_MOST_COUNTED]) for term in nothing)
    others = {term: terms for term, terms in like if terms}
    if not others:
        return
    first, *rest = others
    for other in others[first]:
        chosen = {first: other} | {term: others[term][0] for term in rest}
        wrong = " ".join(map(str, chosen))
        right = " ".join(str(Not(new) if old in unwanted else new) for old, new in chosen.items())
        yield str(_with(query, chosen)), wrong, right


def _terms(query: Query) -> Iterator[Query]:
    """Yield the words, phrases, places and ids of a query, unwanted ones as well."""
    match query:
        case And(parts) | Or(parts):
            yield from chain.from_iterable(map(_terms, parts))
        case Not(part):
            yield from _terms(part)
        case Term() | FieldTerm("place" | "id" | "linked"):
            yield query


def _with(query: Query, instead: dict[Query, Query]) -> Query:
    """Return a query with others in place of some of its terms."""
    match query:
        case And(parts):
            return all_of(*(_with(part, instead) for part in parts))
        case Or(parts):
            return any_of(*(_with(part, instead) for part in parts))
        case Not(part):
            return Not(_with(part, instead))
    return instead.get(query, query)


def _instead_of(term: Query, index: Index) -> list[Query]:
    """Return terms that may be meant by one that finds nothing, the likest first."""
    match term:
        case Term():
            if asked := _as_field(term, index):
                return asked
            return [*_instead_of_words(term, index), *_on_other_layout(term, index)]
        case FieldTerm(field, values):
            known = _places(index) if field == "place" else index.timeline.positions_by_id
            near = (nearest(value, known, alike=alike) for value in values)
            return [FieldTerm(field, (name,)) for name in chain.from_iterable(near)]
    return []


def _as_field(term: Term, index: Index) -> list[Query]:
    """Return what is meant by a field with an equals sign where a colon stands: topic=energy."""
    field, _equals, value = term.text.partition("=")
    if field not in FIELDS or not value:
        return []
    try:
        meant = parse_query(f"{field}:{value}", index.timeline)
    except QueryError:
        return []
    return [meant] if index.run(meant) else []


def _places(index: Index) -> list[str]:
    return list(dict.fromkeys(filter(None, (event.place for event in index.timeline.events))))


def _instead_of_words(term: Term, index: Index) -> Iterator[Query]:
    words = words_of(term.text)
    if len(words) > _MOST_WORDS:
        return
    known = [bool(index.run(Term(word))) for word in words]
    if all(known):
        # Each stands somewhere, but not so: in a row, or as it is.
        yield all_of(*map(Term, words))
        return
    others = [
        [word] if found else _like(word, index) for word, found in zip(words, known, strict=True)
    ]
    if not all(others):
        return
    if len(words) > 1:
        yield Term(" ".join(like[0] for like in others), whole=True)
        return
    for other in others[0]:
        yield Term(other, whole=term.whole or " " in other)


def _like(word: str, index: Index) -> list[str]:
    """Return the words and names that are like a word, as a query writes them."""
    compared, key, known = compared_word(word), key_of(word), index.spellings
    if len(key) < SHORTEST:
        return []
    found = [
        (near(key, known.names, alike=str, by_words=False), known.names),
        (near(compared.spellings[0], known.words, alike=str, by_words=False), known.words),
    ]
    least = min((like.mistakes for like, _known in found if like.names), default=0)
    written: dict[str, str] = {}
    for like, names in found:
        if like.mistakes == least:
            for name in chain.from_iterable(names[text] for text in like.names):
                if _looks_like(compared.spellings[0], name):
                    written.setdefault(key_of(name), name)
    in_capitals = [name for name in written.values() if name.isupper()] if compared.capitals else []
    return in_capitals or list(written.values())


def _looks_like(word: str, name: str) -> bool:
    """Tell whether a name may be meant: one of capitals only with two letters in five others.

    Nobody writes capitals by their sound: XXI is no guess at xqzzy.
    """
    return not name.isupper() or Closeness(word).to(alike(name), 2 * len(word) // 5) is not None


def _on_other_layout(term: Term, index: Index) -> Iterator[Query]:
    """Yield a word as it would be, had it been typed with the other keyboard layout."""
    small = term.text.lower()
    for keys in (_KEYS, _KEYS[::-1]):
        other = Term(small.translate(str.maketrans(*keys)))
        if other.text != small and str(other) == other.text and index.run(other):
            yield other
