"""The marks that a merge leaves in a file until somebody has settled it.

They are looked for before YAML is read: below a text they would be taken for more of it.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.loading.yaml_errors.trouble import LineIndex, YamlFault, text_column

_MARK: Final = re.compile(r"(?m)^[ \t]*(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$")
_SIGNS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_WHOLE: Final = (_SIGNS, (_SIGNS[0], *_SIGNS[2:]))
"""The marks of a whole merge: with what both sides come from, or without it."""


def has_marks(text: str) -> bool:
    """Tell whether a line of `text` is a mark of a merge."""
    return any(sign in text for sign in _SIGNS) and bool(_MARK.search(text))


def without_merges(lines: list[str]) -> tuple[list[str], list[YamlFault]]:
    """Return the lines with the first side of each unsettled merge, and where those begin.

    A mark that belongs to no whole merge is told by itself, and what is about it is kept.
    """
    marks = [(n, match[1]) for n, line in enumerate(lines) if (match := _MARK.match(line))]
    result = list(lines)
    faults = []
    for merge in _merges(marks):
        start, end = merge[0][0], merge[-1][0]
        faults.append(_fault(start, lines[start], merge))
        if len(merge) > 1:
            result[merge[1][0] : end] = [""] * (end - merge[1][0])
        result[start] = result[end] = ""
    return result, faults


def _merges(marks: list[tuple[LineIndex, str]]) -> list[list[tuple[LineIndex, str]]]:
    """Return the marks of each whole merge together, and any other by itself, in order."""
    merges: list[list[tuple[LineIndex, str]]] = []
    number = 0
    while number < len(marks):
        signs = tuple(sign for _, sign in marks[number : number + 4])
        count = next((len(each) for each in _WHOLE if signs[: len(each)] == each), 1)
        merges.append(marks[number : number + count])
        number += count
    return merges


def _fault(line: LineIndex, text: str, merge: list[tuple[LineIndex, str]]) -> YamlFault:
    column = text_column(text)
    if len(merge) > 1:
        problem = "an unsettled merge begins here"
        remedy = "Keep one side, and remove the lines <<<<<<<, ======= and >>>>>>>."
    else:
        problem = f"{merge[0][1]} is what an unsettled merge has left"
        remedy = "Remove the line; of what was written twice about it, keep one side."
    return YamlFault(line, column, problem, remedy)
