"""How the text of a query is read.

    query   = all { "or" all }
    all     = term { [ "and" ] term }
    term    = "-" term | "(" query ")" | field ":" value { "," value } | word | phrase
    phrase  = a quote; in '"' a mark of the same kind is doubled

Words side by side must all match; `or` binds weaker. Text without any term is the
query that every event answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from kztimeline.dates.typed.fixed import as_edtf, is_dated, is_range
from kztimeline.query import fields as vocabulary
from kztimeline.query.mistakes import QueryError
from kztimeline.query.quotes import QUOTATION_MARKS, begins_quote, closing_of, quote_at
from kztimeline.query.syntax import (
    DASHES,
    EVERYTHING,
    FieldTerm,
    Not,
    Query,
    Term,
    all_of,
    any_of,
    word_term,
)
from kztimeline.query.words.words import words_of
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.timeline.model import Timeline

_DEEPEST: Final = 50
_SPACE: Final = pattern(r"\s*")
_WORD: Final = pattern(rf"[^\s(){QUOTATION_MARKS}]+")
_LAST_WORD: Final = pattern(rf"[^\s(){QUOTATION_MARKS}]+\Z")
_FIELD: Final = pattern(r"([A-Za-z]+):")
_VALUE: Final = pattern(rf"[^\s(),{QUOTATION_MARKS}]+")
_NEXT_WORD: Final = pattern(rf"\s+([^\s(),:{QUOTATION_MARKS}]+)(?=[\s(),]|$)")
_JOINING: Final = frozenset({"to", "until", "till", "through", "–"})
_MOST_WORDS_OF_DATE: Final = 6
_NEGATIONS: Final = "!¬"
_MEANT_OR: Final = frozenset({"|", "||"})
_MEANT_AND: Final = frozenset({"&", "&&", "+"})


def parse_query(text: str, timeline: Timeline | None = None) -> Query:
    """Read a query; with a timeline, look up what its fields name there.

    Raises:
        QueryError: `text` is not a query, or names a field, a date or (with a
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
        while self._accept_word("or"):
            parts.append(self._all())
        return any_of(*parts)

    def _all(self) -> Query:
        parts = [self._term()]
        while self._accept_word("and") or not self._at_end_of_all():
            parts.append(self._term())
        return all_of(*parts)

    def _at_end_of_all(self) -> bool:
        return self._at_end() or self._peek() == ")" or bool(self._word_end("or"))

    def _term(self) -> Query:
        start = self.position
        if self._at_end_of_all() or self._word_end("and"):
            self._fail_without_term()
        self.depth += 1
        if self.depth > _DEEPEST:
            self._fail("the query is nested too deeply", "write it with fewer levels", start)
        query = self._term_of(self._peek(), start)
        self.depth -= 1
        self._skip_space()
        return query

    def _term_of(self, first: str, start: int) -> Query:
        if first in DASHES:
            return self._negation(start)
        if first == "(":
            return self._parenthesis(start)
        if begins_quote(self.text, start):
            return self._searchable(Term(self._phrase(), whole=True), start)
        self._refuse_other_negations(start)
        if match := _FIELD.match(self.text, start):
            return self._field(match[1].lower(), match.end(), start)
        return self._searchable(word_term(self._accept(_WORD)), start)

    def _negation(self, start: int) -> Query:
        self.position += 1
        if self._at_end() or self._peek().isspace():
            self._fail_after_minus(start)
        return Not(self._term())

    def _refuse_other_negations(self, start: int) -> None:
        """Fail at `not word` and `!word`, which would find the word."""
        if self._peek() in _NEGATIONS and self.text[start + 1 : start + 2].strip():
            self.position += 1
        elif end := self._word_end("not"):
            self.position = end
            self._skip_space()
        if self.position == start or self._at_end_of_all() or self._word_end("and"):
            self.position = start
            return
        written, unwanted = self.text[start : self.position].strip(), self.position
        self._term()
        meant = f"-{self.text[unwanted : self.position].strip()}"
        end = len(self.text[: self.position].rstrip())
        quotes = f' ("{written}", in quotes, finds the word)' if written.isalpha() else ""
        problem = f"'{written}' leaves nothing out"
        remedy = f"did you mean {meant}?"
        self._fail(problem, remedy + quotes, start, end, [meant], remedy)

    def _parenthesis(self, start: int) -> Query:
        self.position += 1
        self._skip_space()
        if not self._at_end() and self._peek() == ")":
            self._fail(
                "the parentheses are empty", "write a query in them", start, self.position + 1
            )
        query = None if self._at_end() else self._any()
        if query is None or self._at_end():
            self._fail("the parenthesis is not closed", "add a closing )", start, unfinished=True)
        self.position += 1
        return query

    def _phrase(self) -> str:
        start = self.position
        quote = quote_at(self.text, start)
        if quote is None:
            remedy = f"add a closing {closing_of(self._peek())}"
            self._fail("the quote is not closed", remedy, start, len(self.text), unfinished=True)
        self.position = quote.end
        return quote.text

    def _searchable(self, term: Term, start: int) -> Term:
        if not words_of(term.text):
            self._fail_without_words(term.text, start)
        return term

    def _fail_without_words(self, written: str, start: int) -> NoReturn:
        end = self.position
        if written in _MEANT_OR:
            self._fail(f"'{written}' is not a word", "did you mean or?", start, end, ["or"])
        if written in _MEANT_AND:
            remedy = "leave it out: words are joined by and"
            self._fail(f"'{written}' is not a word", remedy, start, end, [""])
        self._fail("there is nothing to search for", "write a word", start, end)

    def _field(self, name: str, values_start: int, start: int) -> FieldTerm:
        if name not in vocabulary.FIELDS:
            fault = vocabulary.unknown_field(name)
            self._fail(fault.problem, fault.remedy, start, values_start, fault.meant, fault.brief)
        self.position = values_start
        values = [self._value(name, start)]
        while not self._at_end() and self._peek() == ",":
            self.position += 1
            values.append(self._value(name, start))
        return FieldTerm(name, tuple(values))

    def _value(self, field: str, field_start: int) -> str:
        start = self.position
        in_quotes = not self._at_end() and begins_quote(self.text, start)
        value = self._phrase() if in_quotes else self._accept(_VALUE)
        if not value.strip():
            sign = "comma" if self.text[start - 1] == "," else "colon"
            problem = f"{field}: has no value{' after the comma' if sign == 'comma' else ''}"
            remedy = f"write one right after the {sign}, such as "
            remedy += vocabulary.FIELDS[field].example
            self._fail(problem, remedy, field_start, self.position)
        dated = field in vocabulary.DATE_FIELDS
        if dated and not in_quotes:
            value = self._whole_date(value)
        if fault := vocabulary.fault(field, value, self.timeline):
            self._fail(fault.problem, fault.remedy, start, self.position, fault.meant, fault.brief)
        return as_edtf(value) if dated else value

    def _joins(self) -> bool:
        """Tell whether a word follows that joins the ends of an interval."""
        match = _NEXT_WORD.match(self.text, self.position)
        return match is not None and match[1].lower() in _JOINING

    def _whole_date(self, first: str) -> str:
        """Return the longest date that begins with a word, or what looks like one; else that.

        A word that is a date is one by itself, but where 'to' follows or the like.
        """
        is_date = is_range(first)
        if is_date and not self._joins():
            return first
        value, at = first, self.position
        found = like = (value, at)
        for _number in range(_MOST_WORDS_OF_DATE):
            match = _NEXT_WORD.match(self.text, at)
            if match is None:
                break
            value, at = f"{value} {match[1]}", match.end()
            if is_range(value):
                found = value, at
            elif is_dated(value):
                like = value, at
        text, self.position = found if is_date or found[0] != first else like
        return text

    def _accept(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.position)
        if match is None:
            return ""
        self.position = match.end()
        return match[0]

    def _accept_word(self, word: str) -> bool:
        if end := self._word_end(word):
            self.position = end
            self._skip_space()
        return bool(end)

    def _word_end(self, word: str) -> int:
        """Where the `word` at the position ends, or 0 if another or none stands there."""
        match = _WORD.match(self.text, self.position)
        return match.end() if match and match[0].lower() == word else 0

    def _skip_space(self) -> None:
        match = _SPACE.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _at_end(self) -> bool:
        return self.position >= len(self.text)

    def _peek(self) -> str:
        return self.text[self.position]

    def _fail_without_term(self) -> NoReturn:
        """Fail where a term is missing, at the word or sign that wants one."""
        before = self.text[: self.position].rstrip()
        word = _last_word(before)
        if word in {"or", "and"}:
            start, end = len(before) - len(word), len(before)
            self._fail(f"'{word}' has nothing on its right", f"write a {word} b", start, end)
        if before and before[-1] in DASHES:
            self._fail_after_minus(len(before) - 1)
        for word in ("or", "and"):
            if end := self._word_end(word):
                remedy = f'write a {word} b, or "{word}" to find the word'
                problem = f"'{word}' has nothing on its left"
                self._fail(problem, remedy, self.position, end, brief=f"write a {word} b")
        self._fail_at_closing()

    def _fail_after_minus(self, start: int) -> NoReturn:
        self._fail("nothing follows the minus sign", "write -word", start)

    def _fail_at_closing(self) -> NoReturn:
        self._fail("this parenthesis closes nothing", "remove it", self.position)

    def _fail(
        self,
        problem: str,
        remedy: str,
        start: int,
        end: int | None = None,
        meant: Sequence[str] = (),
        brief: str = "",
        unfinished: bool = False,
    ) -> NoReturn:
        end = start + 1 if end is None else end
        raise QueryError(problem, remedy, start, end, meant, brief, unfinished)


def _last_word(text: str) -> str:
    """Return the last word of a text, in small letters."""
    match = _LAST_WORD.search(text[-20:])
    return match[0].lower() if match else ""
