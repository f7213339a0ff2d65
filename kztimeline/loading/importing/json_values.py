"""JSON as it is read: a value, or one on each line, and where in the text it is at fault."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from kztimeline.loading.importing.found import ImportFault

_DIGITS: Final = re.compile(r"\d+")
_HALVES: Final = re.compile(r"\\u[dD][89a-fA-F]")
_KEYS_AND_BRACES: Final = re.compile(
    r"""(?P<text>"[^"\\]*+(?:\\.[^"\\]*+)*")(?P<colon>\s*:)?|[{}]"""
)
_NEW_LINE: Final = "\n"


def read_values(text: str) -> tuple[Any, list[int]]:
    """Return the value that a text is in JSON, or those on its lines with the lines' numbers.

    Raises:
        ImportFault: it is not JSON, or holds what would not be read as it was meant.
    """
    try:
        return _value(text), []
    except ImportFault as whole:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _stands_alone(lines[0][1]):
            raise whole from None
    return [_value(line, number) for number, line in lines], [number for number, _ in lines]


def _stands_alone(line: str) -> bool:
    """Tell whether a first line is a value by itself, so that each line is to be one."""
    try:
        json.loads(line)
    except json.JSONDecodeError:
        return False
    except (ValueError, RecursionError):
        # What else is wrong with it is said of that line.
        pass
    return True


def _value(text: str, line: int = 1) -> Any:
    """Return the value that a text is, which begins on some line of the file."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {line + error.lineno - 1}, column {error.colno}"
        raise ImportFault(
            f"{place}: this is not valid JSON: {_lowered(error.msg)}",
            "Correct it there: JSON puts texts in double quotes, and commas between values.",
        ) from None
    except RecursionError:
        raise ImportFault("its brackets are nested too deeply", "Correct it.") from None
    except ValueError:
        # The only other failure of the reader: Python reads no number of thousands of digits.
        before, _, _ = text.partition(max(_DIGITS.findall(text), key=len))
        raise ImportFault(
            f"line {line + before.count(_NEW_LINE)}: a number has more digits than are read",
            "Write it as a text, in double quotes.",
        ) from None
    _require_keys_once(text, line)
    _require_whole_letters(value, text, line)
    return value


def _require_keys_once(text: str, line: int) -> None:
    """Raise where a key stands twice in an object: only its last value would be read."""
    objects: list[set[str]] = []
    for token in _KEYS_AND_BRACES.finditer(text):
        if token[0] == "{":
            objects.append(set())
        elif token[0] == "}":
            objects.pop()
        elif token["colon"]:
            key = json.loads(token["text"])
            if key in objects[-1]:
                column = token.start() - text.rfind(_NEW_LINE, 0, token.start())
                raise ImportFault(
                    f"line {line + text.count(_NEW_LINE, 0, token.start())}, column {column}: "
                    f"the key {token['text']} stands in this object a second time",
                    "Leave one of the two, or give the other a name of its own.",
                )
            objects[-1].add(key)


def _require_whole_letters(value: Any, text: str, line: int) -> None:
    """Raise where half of a letter is escaped by itself, which no file can hold."""
    if not _HALVES.search(text):
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        before = text[: text.lower().find(half)]
        raise ImportFault(
            f"line {line + before.count(_NEW_LINE)}: {half} is half of a letter, without the other",
            "Write the letter itself there.",
        ) from None


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
