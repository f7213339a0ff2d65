"""What is said where no rule knows the cause: the parser's reason, in the words of a curator."""

from __future__ import annotations

import re
from typing import Final

_REASONS: Final = {
    "did not find expected key": "the line fits neither the entry above it nor a new one",
    "did not find expected '-' indicator": "the line is not an item of the list above it",
    "did not find expected <document start>": "the line cannot follow what stands above it",
    "did not find expected node content": "no value stands where one is wanted",
    "did not find expected ',' or ']'": "a comma or ] is missing",
    "did not find expected ',' or '}'": "a comma or } is missing",
    "could not find expected ':'": "no colon makes a key of the line",
    "mapping values are not allowed": "a colon makes a key of what cannot be one",
    "block sequence entries are not allowed": "no item of a list can begin here",
    "block mapping": "no key can stand here",
    "found character that cannot start any token": "no text can begin with this sign",
    "did not find expected alphabetic or numeric character": "no name follows the sign * or &",
    "found unexpected end of stream": "the quote is not closed",
    "found unexpected document indicator": "the quote is not closed",
    "found unknown escape character": "the backslash begins no escape of YAML",
    "did not find expected hexdecimal number": "the backslash begins no escape of YAML",
    "found invalid Unicode character escape code": "the escape stands for no character",
    "directive": "no line of a timeline begins with %",
    "found undefined tag handle": "no text can begin with ! and a name",
    "did not find URI escaped octet": "no text can begin with ! and a name",
}
_TOML: Final = re.compile(r"\[{1,2}[\w.-]+\]{1,2}\s*(?:#.*)?$")


def reason_in_words(problem: str) -> str:
    """Return the reason of the parser in words for who writes the file."""
    return next((words for reason, words in _REASONS.items() if reason in problem), problem)


def not_of_yaml(lines: list[str]) -> tuple[str, str] | None:
    """Return what is wrong and what to do where the file is of another format; else None."""
    first = next((line for line in lines if line.strip(" #") and line[:1] != "#"), "")
    if _TOML.match(first):
        key = first.strip("[] \t\r")
        remedy = f"Write YAML: `{key}:` on a line of its own, and below it `key: value`, indented."
        return "the file is written as TOML or INI", remedy
    return None
