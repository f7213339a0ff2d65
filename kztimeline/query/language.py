"""The query language: what a query is made of, and how its text is read.

    query   = all { "or" all }
    all     = term { term }
    term    = "-" term | "(" query ")" | field ":" value { "," value } | word | phrase
    phrase  = '"' characters, a quote among them doubled '"'

Words side by side must all match; `or` binds weaker. Text without any term is the
query that every event answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from kztimeline.query import vocabulary
from kztimeline.query.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.model import Timeline

_DEEPEST: Final = 50
_SPACE = re.compile(r"\s*")
_PHRASE = re.compile(r'"((?:[^"]|"")*)"')
_WORD = re.compile(r'[^\s()"]+')
_FIELD = re.compile(r"([A-Za-z]+):")
_VALUE = re.compile(r'[^\s()",]+')
_PLAIN_WORD = re.compile(r'(?!or$|-|[A-Za-z]+:)[^\s()"]+', re.IGNORECASE)


class QueryError(ValueError):
    """Text that is no query.

    `problem` says what is wrong with the characters from offset `start` to `end` of
    the query's text, `remedy` what to write instead.
    """

    def __init__(self, problem: str, remedy: str, start: int, end: int) -> None:
        super().__init__(problem, remedy, start, end)
        self.problem = problem
        self.remedy = remedy
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class Query:
    """A condition on events; its `str` is text that parses to an equal query."""

    __slots__ = ()

    def wanted_words(self) -> Iterator[str]:
        """Yield the words and phrases that speak for an event, as written."""
        yield from ()

    def unwanted_words(self) -> Iterator[str]:
        """Yield the words and phrases that speak against an event, as written."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Term(Query):
    """A word or phrase that stands somewhere in the event's text."""

    text: str

    def __str__(self) -> str:
        return self.text if _PLAIN_WORD.fullmatch(self.text) else _quoted(self.text)

    def wanted_words(self) -> Iterator[str]:
        """Yield the word itself."""
        yield self.text


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

    def wanted_words(self) -> Iterator[str]:
        """Yield what is unwanted without the negation."""
        yield from self.part.unwanted_words()

    def unwanted_words(self) -> Iterator[str]:
        """Yield what is wanted without the negation."""
        yield from self.part.wanted_words()


@dataclass(frozen=True, slots=True)
class _Parts(Query):
    """A query made of others."""

    parts: tuple[Query, ...]

    def wanted_words(self) -> Iterator[str]:
        """Yield the words wanted by any part."""
        for part in self.parts:
            yield from part.wanted_words()

    def unwanted_words(self) -> Iterator[str]:
        """Yield the words unwanted by any part."""
        for part in self.parts:
            yield from part.unwanted_words()


@dataclass(frozen=True, slots=True)
class And(_Parts):
    """All of the parts: none (everything answers), or two or more. See `all_of`."""

    def __str__(self) -> str:
        return " ".join(_in_parentheses(part, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or(_Parts):
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


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def quoted_value(text: str) -> str:
    """Return `text` as the value of a field, in quotes where it needs them."""
    return text if _VALUE.fullmatch(text) else _quoted(text)


def parse(text: str, timeline: Timeline | None = None) -> Query:
    """Read a query; with a timeline, look up what its fields name there.

    Raises:
        QueryError: `text` is no query, or names a field, a date or (with a
            timeline) a topic, actor, source and so on that does not exist.
    """
    return _Parser(text, timeline).parse()


class _Parser:
    """Recursive descent over `text`; `position` is the next character to read."""

    def __init__(self, text: str, timeline: Timeline | None) -> None:
        self.text = text
        self.timeline = timeline
        self.position = 0
        self.depth = 0

    def parse(self) -> Query:
        self._skip_space()
        if self._at_end():
            return EVERYTHING
        query = self._any()
        if not self._at_end():
            self._fail_at_closing()
        return query

    def _any(self) -> Query:
        parts = [self._all()]
        while self._take_or():
            parts.append(self._all())
        return any_of(*parts)

    def _all(self) -> Query:
        parts = [self._term()]
        while not (self._at_end() or self._peek() == ")" or self._or_end()):
            parts.append(self._term())
        return all_of(*parts)

    def _term(self) -> Query:
        start = self.position
        if self._at_end() or self._peek() == ")" or self._or_end():
            self._fail_without_term()
        self.depth += 1
        if self.depth > _DEEPEST:
            self._fail("the query is nested too deeply", "write it with fewer levels", start)
        query = self._term_of(self._peek(), start)
        self.depth -= 1
        self._skip_space()
        return query

    def _term_of(self, first: str, start: int) -> Query:
        if first == "-":
            return self._negation(start)
        if first == "(":
            return self._parenthesis(start)
        if first == '"':
            return self._searchable(self._phrase(), start)
        if match := _FIELD.match(self.text, start):
            return self._field(match[1].lower(), match.end(), start)
        return self._searchable(self._take(_WORD), start)

    def _negation(self, start: int) -> Query:
        self.position += 1
        if self._at_end() or self._peek().isspace():
            self._fail_after_minus(start)
        return Not(self._term())

    def _parenthesis(self, start: int) -> Query:
        self.position += 1
        self._skip_space()
        if not self._at_end() and self._peek() == ")":
            self._fail(
                "the parentheses are empty", "write a query in them", start, self.position + 1
            )
        query = None if self._at_end() else self._any()
        if query is None or self._at_end():
            self._fail("the parenthesis is not closed", "add ) behind it", start)
        self.position += 1
        return query

    def _phrase(self) -> str:
        start = self.position
        match = _PHRASE.match(self.text, start)
        if match is None:
            self._fail("the quote is not closed", 'add " behind it', start, len(self.text))
        self.position = match.end()
        return match[1].replace('""', '"')

    def _searchable(self, text: str, start: int) -> Term:
        if not fold(text).strip():
            self._fail("there is nothing to search for", "write a word", start, self.position)
        return Term(text)

    def _field(self, name: str, values_start: int, start: int) -> FieldTerm:
        if name not in vocabulary.FIELDS:
            self._fail_unknown_field(name, start, values_start)
        self.position = values_start
        values = [self._value(name, start)]
        while not self._at_end() and self._peek() == ",":
            self.position += 1
            values.append(self._value(name, start))
        return FieldTerm(name, tuple(values))

    def _value(self, field: str, field_start: int) -> str:
        start = self.position
        quoted = not self._at_end() and self._peek() == '"'
        value = self._phrase() if quoted else self._take(_VALUE)
        if not value.strip():
            remedy = f"write it straight after the sign, such as {vocabulary.FIELDS[field].example}"
            self._fail(f"a value of {field}: is missing", remedy, field_start, self.position)
        if fault := vocabulary.fault(field, value, self.timeline):
            self._fail(*fault, start, self.position)
        return value

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.position)
        if match is None:
            return ""
        self.position = match.end()
        return match[0]

    def _take_or(self) -> bool:
        if end := self._or_end():
            self.position = end
            self._skip_space()
        return bool(end)

    def _or_end(self) -> int:
        """Where the `or` at the position ends, or 0 if none stands there."""
        word = _WORD.match(self.text, self.position)
        return word.end() if word and word[0].lower() == "or" else 0

    def _skip_space(self) -> None:
        match = _SPACE.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _at_end(self) -> bool:
        return self.position >= len(self.text)

    def _peek(self) -> str:
        return self.text[self.position]

    def _fail_without_term(self) -> NoReturn:
        before = self.text[: self.position].rstrip()
        if before.lower().endswith("or"):
            start, end = len(before) - 2, len(before)
            self._fail("'or' has nothing on its right", "write a or b", start, end)
        if before.endswith("-"):
            self._fail_after_minus(len(before) - 1)
        if end := self._or_end():
            self._fail("'or' has nothing on its left", "write a or b", self.position, end)
        self._fail_at_closing()

    def _fail_after_minus(self, start: int) -> NoReturn:
        self._fail("nothing stands behind the minus sign", "write -word", start)

    def _fail_at_closing(self) -> NoReturn:
        self._fail("this parenthesis closes nothing", "remove it", self.position)

    def _fail_unknown_field(self, name: str, start: int, end: int) -> NoReturn:
        near = vocabulary.nearest(name, vocabulary.FIELDS)
        remedy = f"did you mean {' or '.join(f'{field}:' for field in near)}?" if near else ""
        names = ", ".join(vocabulary.FIELDS)
        remedy = remedy or f"write one of {names}, or put quotes around text with a colon"
        self._fail(f"there is no field '{name}'", remedy, start, end)

    def _fail(self, problem: str, remedy: str, start: int, end: int | None = None) -> NoReturn:
        raise QueryError(problem, remedy, start, start + 1 if end is None else end)
