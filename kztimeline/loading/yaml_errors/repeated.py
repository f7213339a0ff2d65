"""A key that stands twice: an entry without its dash, a list begun again, or a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kztimeline.loading.yaml_errors.trouble import (
    ENTRY,
    ColumnIndex,
    LineIndex,
    YamlFault,
    spaces,
    text_column,
)

_LOOK_BACK = 40


class KeyPlace(NamedTuple):
    """A key of a mapping, and where it stands.

    `entries` is the column at which a list or mapping begins on the lines below; None for
    any other value.
    """

    name: str
    line: LineIndex
    column: ColumnIndex
    entries: ColumnIndex | None
    empty: bool


def repeated_keys(
    keys: Sequence[KeyPlace], lines: list[str], *, whole: bool
) -> Iterator[YamlFault]:
    """Yield what to do about keys that stand twice in one mapping of a file, in order.

    Where an entry begins in the middle of another, that is told once, and what follows is
    counted as its own. `whole` says that the mapping is the file itself.
    """
    first: dict[str, KeyPlace] = {}
    for number, key in enumerate(keys):
        earlier = first.setdefault(key.name, key)
        if earlier is key:
            continue
        last = number == len(keys) - 1
        beside = keys[number - 1].name == key.name
        if key.name == keys[0].name and not beside and not last:
            yield _begun_again(key, keys[0], lines, whole=whole)
            first = {key.name: key}
        elif (entry := _entry_above(key, keys[0], lines)) is not None:
            yield _indented_entry(entry, keys[0], lines)
            first = {key.name: key}
        else:
            problem = f"the key {key.name!r} stands twice in this entry"
            remedy = _joined(key, earlier, lines, beside=beside)
            if key.name == keys[0].name and not beside and _dash(lines[earlier.line]) is not None:
                remedy += f" If a new entry begins here, write `- {key.name}: …`."
            yield YamlFault(key.line, key.column, problem, remedy)


def _dash(line: str) -> ColumnIndex | None:
    """Return where the last dash stands before the key of a line."""
    entry = ENTRY.match(line)
    column = entry["lead"].rfind("-") if entry else -1
    return column if column >= 0 else None


def _begun_again(key: KeyPlace, leader: KeyPlace, lines: list[str], *, whole: bool) -> YamlFault:
    """What to do where the first key of a mapping comes again, and others after it."""
    name, above = key.name, leader.line + 1
    if whole:
        problem = f"the key {name!r} stands twice: the file begins again here"
        remedy = "A file holds one timeline or card: move what follows to a file of its own."
        return YamlFault(key.line, key.column, problem, remedy)
    dash = _dash(lines[leader.line])
    if dash is None or lines[key.line][: key.column].strip():
        problem = f"the key {name!r} stands twice in this entry"
        return YamlFault(key.line, key.column, problem, f"Remove one of them; see line {above}.")
    problem = f"a new entry begins here, without its dash: {name!r} stands on line {above} already"
    remedy = f"Write `- {name}: …`, indented by {spaces(dash)} as on line {above}."
    return YamlFault(key.line, key.column, problem, remedy)


def _entry_above(key: KeyPlace, leader: KeyPlace, lines: list[str]) -> LineIndex | None:
    """Return the line where an entry begins like this one, but was read as a part of it."""
    for number in range(key.line - 1, max(leader.line, key.line - _LOOK_BACK), -1):
        entry = ENTRY.match(lines[number])
        if entry and entry["key"] == leader.name:
            return number if entry.start("key") > leader.column else None
    return None


def _indented_entry(line: LineIndex, leader: KeyPlace, lines: list[str]) -> YamlFault:
    """What to do about an entry that is indented too far, at its line."""
    wanted = _dash(lines[leader.line]) or 0
    column = text_column(lines[line])
    problem = f"a new entry begins here, but is indented by {spaces(column)}"
    remedy = (
        f"Write `- {leader.name}: …`, indented by {spaces(wanted)} as on line {leader.line + 1}."
    )
    return YamlFault(line, column, problem, remedy)


def _entries_of_both(key: KeyPlace, lines: list[str]) -> str:
    """Return what to see to where a value is a list or mapping in brackets."""
    in_brackets = lines[key.line].rstrip().endswith(("]", "}"))
    return ", which is to have the entries of both" if in_brackets else ""


def _joined(key: KeyPlace, earlier: KeyPlace, lines: list[str], *, beside: bool) -> str:
    """Return how to make one of two keys of the same name."""
    line = earlier.line + 1
    if key.empty != earlier.empty:
        return f"Remove the one on line {key.line + 1 if key.empty else line}, which is empty."
    if key.entries is None or earlier.entries is None:
        return f"Remove one of them; the other is on line {line}{_entries_of_both(key, lines)}."
    indented = ""
    if key.entries != earlier.entries:
        indented = f", indented by {spaces(earlier.entries)} as there"
    if beside:
        return (
            f"Remove this line alone: what is below it goes on with {key.name!r} "
            f"of line {line}{indented}."
        )
    return (
        f"Move what is below it to the end of {key.name!r} on line {line}{indented}, and remove it."
    )
