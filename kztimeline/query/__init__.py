"""The query language of the filter bar and of every command.

`parser` reads queries, `fields` knows what their fields may name, `index`
answers them over a timeline, `words` says when words are the same, `completion`
offers what may be written next, and `guesses` what may be meant by what finds nothing.
Knows no files, no views and no screen.
"""

from kztimeline.query.completion import Completion, complete
from kztimeline.query.fields import FIELDS
from kztimeline.query.guesses import Guess, asked, guesses
from kztimeline.query.highlighting import highlighter, highlights
from kztimeline.query.index import Certainty, Index, Matches
from kztimeline.query.parser import QueryError, parse
from kztimeline.query.syntax import (
    EVERYTHING,
    And,
    FieldTerm,
    Not,
    Or,
    Query,
    Term,
    all_of,
    any_of,
    without_field,
)
from kztimeline.text.folding import fold

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "And",
    "Certainty",
    "Completion",
    "FieldTerm",
    "Guess",
    "Index",
    "Matches",
    "Not",
    "Or",
    "Query",
    "QueryError",
    "Term",
    "all_of",
    "any_of",
    "asked",
    "complete",
    "fold",
    "guesses",
    "highlighter",
    "highlights",
    "parse",
    "without_field",
]
