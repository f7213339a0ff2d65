"""The query language of the filter bar and of every command.

`language` reads queries, `vocabulary` knows what their fields may name, `index`
answers them over a timeline, `folding` makes words comparable, `highlighting` finds
them in a text, and `completion` offers what may be written next.
"""

from kztimeline.query.completion import Completion, complete
from kztimeline.query.folding import fold
from kztimeline.query.highlighting import highlights
from kztimeline.query.index import Certainty, Index, Matches
from kztimeline.query.language import (
    EVERYTHING,
    And,
    FieldTerm,
    Not,
    Or,
    Query,
    QueryError,
    Term,
    all_of,
    any_of,
    parse,
    without_field,
)
from kztimeline.query.vocabulary import FIELDS

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "And",
    "Certainty",
    "Completion",
    "FieldTerm",
    "Index",
    "Matches",
    "Not",
    "Or",
    "Query",
    "QueryError",
    "Term",
    "all_of",
    "any_of",
    "complete",
    "fold",
    "highlights",
    "parse",
    "without_field",
]
