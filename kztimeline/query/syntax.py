"""What a query is made of; its text is read in `parser`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from kztimeline.query.quotes import QUOTATION_MARKS, quoted
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

DASHES: Final = "-‐‑‒–—−"
"""The signs that leave out what follows them: a word processor may have changed the minus."""
_SIGNS_BEFORE: Final = f"{DASHES}!¬'‘‚‛"
_PLAIN_WORD: Final = pattern(
    rf"(?!(?:or|and|not)\Z|[{_SIGNS_BEFORE}]|[A-Za-z]+:)[^\s(){QUOTATION_MARKS}]+", re.IGNORECASE
)
_PLAIN_VALUE: Final = pattern(rf"(?!['‘‚‛])[^\s(),{QUOTATION_MARKS}]+")


class Query:
    """A condition on events; its `str` is text that parses to an equal query."""

    __slots__ = ()

    def wanted_terms(self) -> Iterator[Term]:
        """Yield the words and phrases that speak for an event."""
        yield from ()

    def unwanted_terms(self) -> Iterator[Term]:
        """Yield the words and phrases that speak against an event."""
        yield from ()

    @property
    def has_words(self) -> bool:
        """Whether any word or phrase speaks for an event, or against one."""
        return any(True for _ in chain(self.wanted_terms(), self.unwanted_terms()))


@dataclass(frozen=True, slots=True)
class Term(Query):
    """A word or phrase that stands somewhere in the event's text.

    Attributes:
        text: What was written, between the quotes if there were some.
        whole: Whether it was in quotes, so that its words are meant as they stand; the
            last word of another term may go on. A term that is not whole is one word.
    """

    text: str
    whole: bool = False

    def __str__(self) -> str:
        plain = not self.whole and _PLAIN_WORD.fullmatch(self.text)
        return self.text if plain else quoted(self.text)

    def wanted_terms(self) -> Iterator[Term]:
        """Yield the term itself."""
        yield self


def word_term(text: str) -> Term:
    """Return the term for a word as it was written, without signs before it that say nothing."""
    word = text.lstrip(_SIGNS_BEFORE)
    return Term(word, whole=not _PLAIN_WORD.fullmatch(word))


@dataclass(frozen=True, slots=True)
class FieldTerm(Query):
    """A field that has any of the values."""

    field: str
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}:{','.join(map(quoted_value, self.values))}"


@dataclass(frozen=True, slots=True)
class Not(Query):
    """The contrary of a query."""

    part: Query

    def __str__(self) -> str:
        return f"-{_in_parentheses(self.part, And, Or)}"

    def wanted_terms(self) -> Iterator[Term]:
        """Yield what is unwanted without the negation."""
        yield from self.part.unwanted_terms()

    def unwanted_terms(self) -> Iterator[Term]:
        """Yield what is wanted without the negation."""
        yield from self.part.wanted_terms()


@dataclass(frozen=True, slots=True)
class _Joined(Query):
    """A query made of others."""

    parts: tuple[Query, ...]

    def wanted_terms(self) -> Iterator[Term]:
        """Yield the words and phrases wanted by any part."""
        for part in self.parts:
            yield from part.wanted_terms()

    def unwanted_terms(self) -> Iterator[Term]:
        """Yield the words and phrases unwanted by any part."""
        for part in self.parts:
            yield from part.unwanted_terms()


@dataclass(frozen=True, slots=True)
class And(_Joined):
    """All of the parts: none (everything answers), or two or more. See `all_of`."""

    def __str__(self) -> str:
        return " ".join(_in_parentheses(part, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or(_Joined):
    """Any of the parts, two or more. See `any_of`."""

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


EVERYTHING: Final = And(())
"""The query that every event answers."""


def all_of(*queries: Query) -> Query:
    """Return the query for events that answer all `queries`; everything for none."""
    parts = tuple(
        part for query in queries for part in (query.parts if isinstance(query, And) else (query,))
    )
    return parts[0] if len(parts) == 1 else And(parts)


def any_of(*queries: Query) -> Query:
    """Return the query for events that answer any of the `queries`, one or more."""
    if EVERYTHING in queries:
        return EVERYTHING
    parts = tuple(
        part for query in queries for part in (query.parts if isinstance(query, Or) else (query,))
    )
    return parts[0] if len(parts) == 1 else Or(parts)


def without_field(query: Query, field: str) -> Query:
    """Return `query` without its outermost conditions on `field`, negated or not."""
    parts = query.parts if isinstance(query, And) else (query,)
    return all_of(*(part for part in parts if not _is_about(part, field)))


def _is_about(query: Query, field: str) -> bool:
    while isinstance(query, Not):
        query = query.part
    return isinstance(query, FieldTerm) and query.field == field


def _in_parentheses(query: Query, *kinds: type[Query]) -> str:
    return f"({query})" if isinstance(query, kinds) else str(query)


def quoted_value(text: str) -> str:
    """Return `text` as the value of a field, in quotes where it needs them."""
    return text if _PLAIN_VALUE.fullmatch(text) else quoted(text)
