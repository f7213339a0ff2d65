"""The query language of the filter bar and of every command.

`parser` reads queries, `fields` knows what their fields may name, `index`
answers them over a timeline, `words` says when words are the same, `completion`
offers what may be written next, and `guesses` what may be meant by what finds nothing.
Knows no files, no views and no screen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kztimeline.query.completion import Completion, complete
    from kztimeline.query.fields import FIELDS
    from kztimeline.query.guesses import Guess, asked
    from kztimeline.query.highlighting import highlighter, highlights
    from kztimeline.query.index import Certainty, Index, Matches
    from kztimeline.query.parser import QueryError, parse_query
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
    from kztimeline.text.letters.folding import fold

_PARTS: Final = {
    "kztimeline.query.completion": "Completion complete",
    "kztimeline.query.fields": "FIELDS",
    "kztimeline.query.guesses": "Guess asked",
    "kztimeline.query.highlighting": "highlighter highlights",
    "kztimeline.query.index": "Certainty Index Matches",
    "kztimeline.query.parser": "QueryError parse_query",
    "kztimeline.query.syntax": (
        "EVERYTHING And FieldTerm Not Or Query Term all_of any_of without_field"
    ),
    "kztimeline.text.letters.folding": "fold",
}
_MODULES: Final = {name: module for module, names in _PARTS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Return a name of one of the modules, which is imported when that is first needed."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)


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
    "highlighter",
    "highlights",
    "parse_query",
    "without_field",
]
