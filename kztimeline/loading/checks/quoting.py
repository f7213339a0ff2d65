"""Texts that other readers of YAML take for numbers, days or truth values.

We read every value as the text that stands there. A reader of YAML 1.1 makes 1 of
`001`, false of `no` and a day of `2012-02-01`; one of YAML 1.2 (core schema) makes 8
of `0o10`. Quotes make all of them read the same. The patterns are those of the types of
YAML 1.1 (yaml.org/type) and of chapter 10.3 of YAML 1.2.2, with what common readers add.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kztimeline.loading.stand_ins import number_fields
from kztimeline.loading.yaml_nodes import scalars

if TYPE_CHECKING:
    from kztimeline.loading.findings import Finding
    from kztimeline.loading.yaml_nodes import YamlFile

_TAKEN_FOR: Final = {
    "nothing": r"~|null|Null|NULL",
    "true or false": "|".join(
        f"{word}|{word.title()}|{word.upper()}"
        for word in ("y", "yes", "n", "no", "true", "false", "on", "off")
    ),
    "a number": (
        r"[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[\da-fA-F_]+"
        r"|[-+]?\d[\d_,]*(:[0-5]?\d)*(\.[\d_]*)?([eE][-+]?\d+)?|[-+]?\.\d[\d_]*([eE][-+]?\d+)?"
        r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    ),
    "a day": (
        r"\d{4}-\d\d?-\d\d?"
        r"(([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:?\d\d)?))?)?"
    ),
    "a sign of YAML's own": r"<<|=",
}
_PATTERNS: Final = {kind: re.compile(pattern, re.ASCII) for kind, pattern in _TAKEN_FOR.items()}
_NUMBER: Final = re.compile(r"0|[1-9]\d*", re.ASCII)


def taken_for(text: str) -> str | None:
    """Return what some reader of YAML takes `text` for if it stands without quotes."""
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(text)), None)


def unquoted(file: YamlFile) -> Iterator[Finding]:
    """Yield a finding for each value that not every reader of YAML reads as we do."""
    numbers = number_fields()
    for key, node in scalars(file):
        mark, text = node.start_mark, str(node.value)
        if node.style or text in ("", "~", "null"):
            continue
        place = mark.line + 1, mark.column + 1
        if key in numbers:
            if not _NUMBER.fullmatch(text):
                problem = f"{key}: other programs read {text} otherwise"
                yield file.finding_at(*place, problem, "Write the number in plain digits.")
        elif kind := taken_for(text):
            problem = f"other programs read {text} as {kind}, not as text"
            yield file.finding_at(*place, problem, f"Put it in quotes: '{text}'")
