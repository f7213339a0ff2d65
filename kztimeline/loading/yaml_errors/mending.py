"""Finds what is wrong with a text that is not YAML by trying what would mend it.

A parser says where it could not go on, often a line or a page below the cause. Each
cause that the rules of this package name near there is believed only if the text with
its mend gets further; then the next one is looked for in the mended text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

import yaml

from kztimeline.loading.yaml_errors import blocks, escapes, indentation, quoted, strays, unquoted
from kztimeline.loading.yaml_errors.merges import without_merges
from kztimeline.loading.yaml_errors.trouble import (
    KINDS,
    Cause,
    CauseRule,
    ColumnIndex,
    LineIndex,
    QuotedPlace,
    Trouble,
    YamlFault,
    indent_of,
    looks_like_entry,
)
from kztimeline.loading.yaml_errors.unexplained import not_of_yaml, reason_in_words

MAXIMUM_DEPTH: Final = 20
"""Levels of lists and mappings that a file may have; a timeline has six."""

_BUDGET = 50_000_000  # characters that are parsed for the sake of an answer: some ten seconds
_OF_A_CAUSE = 20_000_000
_OVERHEAD = 3_000  # what it costs to parse anything, in characters
_HANDED_OVER = 20  # characters that are handed to the parser for what it costs to parse one
_MOST_FAULTS = 1_000
_LINES_ABOVE = 12
_LINES_BELOW = 16
_SWALLOWS = ("simple key", "quoted scalar", "flow", "block scalar", "anchor", "alias")
_OF_ESCAPES = ("escape", "hexdecimal")
_RULES: Final[tuple[CauseRule, ...]] = (
    indentation.marker,
    indentation.tabs,
    indentation.space_after_colon,
    indentation.space_after_dash,
    strays.comment_of_others,
    strays.line_in_quotes,
    strays.two_on_a_line,
    strays.sign_after_key,
    strays.comment_within,
    escapes.backslash,
    escapes.no_character,
    quoted.sign_after_value,
    quoted.quote_within,
    strays.value_alone,
    quoted.text_after_quote,
    quoted.open_quote,
    blocks.text_beside_block_sign,
    blocks.block_indent,
    indentation.colon_missing,
    indentation.list_beside_key,
    quoted.bracket,
    unquoted.colon_within,
    unquoted.special_beginning,
    unquoted.name_of_a_value,
    indentation.dash_missing,
    indentation.first_dash_missing,
    indentation.items_too_deep,
    strays.item_without_dash,
    strays.value_above_list,
    strays.item_without_key,
    strays.dash_before_key,
    indentation.text_below,
    indentation.indentation,
)
_ROOT = re.compile(r"[A-Za-z_]\w*:\s*(?:#.*)?$")
_ITEM = re.compile(r" *- ")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_BRACKETS: Final = re.compile(r"""'[^']*'|"(?:[^"\\]|\\.)*"|[\[\]{}]""")


class _Failure(NamedTuple):
    """Where the parser failed: where what it was reading began, and where it stopped."""

    line: LineIndex
    column: ColumnIndex
    reached: tuple[LineIndex, ColumnIndex]
    problem: str
    quoted: QuotedPlace | None
    hopeless: bool = False

    @property
    def place(self) -> tuple[LineIndex, ColumnIndex]:
        return self.line, self.column

    def moved(self, by: int) -> _Failure:
        quoted = self.quoted
        if quoted is not None:
            quoted = quoted[0] + by, quoted[1], quoted[2] + by, quoted[3]
        reached = self.reached[0] + by, self.reached[1]
        return self._replace(line=self.line + by, reached=reached, quoted=quoted)


def mend(text: str) -> list[YamlFault]:
    """Return what is not YAML in `text`, up to the first fault that nobody knows to mend."""
    lines, faults = without_merges(_NEWLINE.split(text))
    start = 0
    budget = _BUDGET
    while failure := _failure_from(lines, start):
        budget -= sum(map(len, lines[start:])) // _HANDED_OVER
        start = max(start, _start_above(lines, failure.line))
        cause, cost = (None, 0) if failure.hopeless else _cause(lines, failure, start)
        budget -= cost
        if cause is None:
            return [*faults, YamlFault(*failure.place, *_unexplained(failure, lines))]
        faults.append(YamlFault(cause.line, cause.column, cause.problem, cause.remedy))
        if budget < 0 or len(faults) == _MOST_FAULTS:
            break
        for number, line in cause.mended.items():
            lines[number] = line
    return faults


def _failure_from(lines: list[str], start: LineIndex) -> _Failure | None:
    """Return where parsing fails, given that it does not before the item at `start`."""
    part, shift = _part(lines, start, len(lines))
    failure = _failure(part)
    return failure.moved(shift) if failure else None


def _part(lines: list[str], start: LineIndex, end: LineIndex) -> tuple[list[str], int]:
    """Return the lines from an item of a list on, below the key of that list.

    Beside them: by how many lines they stand further down in the file than here.
    """
    root = _root_above(lines, start)
    if not start or root is None:
        return lines[:end], 0
    return [lines[root], *lines[start:end]], start - 1


def _root_above(lines: list[str], number: LineIndex) -> LineIndex | None:
    """Return the last line above that has a key at the left margin, and nothing else."""
    candidates = (n for n in range(number - 1, -1, -1) if lines[n][:1].isalpha())
    return next((n for n in candidates if _ROOT.match(lines[n])), None)


def _start_above(lines: list[str], number: LineIndex) -> LineIndex:
    """Return the line of an item some lines above: what stands before parses without it."""
    latest = max(0, number - _LINES_ABOVE)
    root = _root_above(lines, latest)
    if root is None:
        return 0
    lead = _ITEM.match(lines[root + 1])
    items = (n for n in range(latest, root, -1) if lead and lines[n].startswith(lead[0]))
    return next(items, 0)


def _unexplained(failure: _Failure, lines: list[str]) -> tuple[str, str]:
    if failure.hopeless:
        return (
            "lists or mappings are nested too deeply here",
            f"A timeline file is at most {MAXIMUM_DEPTH} levels deep.",
        )
    if other := not_of_yaml(lines):
        return other
    problem = reason_in_words(failure.problem)
    if failure.reached[0] > failure.line:
        return (
            f"{problem} (line {failure.reached[0] + 1})",
            "Check what begins here: its quotes, brackets, colon and indentation.",
        )
    return problem, "Check the quotes, brackets, colons and indentation of this line."


def _cause(lines: list[str], failure: _Failure, start: LineIndex) -> tuple[Cause | None, int]:
    """Return the cause whose mend gets the parser furthest, and makes the best sense.

    Of several the first by the order of rules is taken. Beside it: how many characters
    were parsed to find it.
    """
    part, shift = _part(lines, start, failure.reached[0] + _LINES_BELOW)
    local = failure.moved(-shift)
    trouble = Trouble(part, local.line, local.column, local.reached[0], local.quoted)
    best, best_score = None, (local.place, 0, 0)
    each = _OVERHEAD + sum(map(len, part))
    cost = 0
    for cause in islice(_possible(trouble), max(4, _OF_A_CAUSE // each)):
        if best and best.never_right and not cause.never_right:
            break
        cost += each
        mended = [cause.mended.get(number, line) for number, line in enumerate(part)]
        after = _failure(mended)
        reach = after.place if after else (len(part) + 1, 0)
        if reach > local.place and reach >= best_score[0] and not (shift and cause.line == 0):
            score = reach, *_sense(mended[: after.line if after else None])
            if best is None or score > best_score:
                best, best_score = cause, score
            beyond = after is None or after.line > local.reached[0] + 1
            if beyond and score[1:] == (0, 0):
                break
    return (_moved(best, shift) if best else None), cost


def _possible(trouble: Trouble) -> Iterator[Cause]:
    for rule in _RULES:
        for number in _near(trouble):
            yield from rule(trouble, number)


def _sense(lines: list[str]) -> tuple[int, int]:
    """Return how little of a text is odd: keys that do not belong together, odd columns."""
    return -_odd_mappings(lines), -sum(
        indent_of(line) % 2 for line in filter(looks_like_entry, lines)
    )


def _odd_mappings(lines: list[str]) -> int:
    try:
        waiting = [yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)]
    except yaml.YAMLError:
        return 0
    odd = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            keys = [str(key.value) for key, _ in node.value]
            odd += len(keys) != len({*keys}) or not any(kind >= {*keys} for kind in KINDS)
            waiting += [value for _, value in node.value]
    return odd


def _moved(cause: Cause, by: int) -> Cause:
    mended = {number + by: line for number, line in cause.mended.items()}
    return cause._replace(line=cause.line + by, mended=mended)


def _near(trouble: Trouble) -> Iterator[LineIndex]:
    """The lines that may hold the cause, the likeliest first."""
    last = min(trouble.reached, len(trouble.lines) - 1)
    quoted_lines = (trouble.quoted[0], trouble.quoted[2]) if trouble.quoted else ()
    above = range(last, max(-1, last - _LINES_ABOVE), -1)
    numbers = chain((trouble.line,), quoted_lines, (trouble.line - 1,), above)
    return (n for n in dict.fromkeys(numbers) if 0 <= n < len(trouble.lines))


def _failure(lines: list[str]) -> _Failure | None:
    """Return where parsing fails, or None where it does not."""
    text = "\n".join(lines)
    anchors: set[str | None] = set()
    documents = 0
    opened: list[yaml.Event] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
            documents += isinstance(event, yaml.DocumentStartEvent)
            anchor = getattr(event, "anchor", None)
            if len(opened) > MAXIMUM_DEPTH:
                return _stopped(event, "nested too deeply", hopeless=True)
            if documents > 1:
                return _stopped(event, "found another document")
            if anchor and isinstance(event, yaml.AliasEvent) != (anchor in anchors):
                return _stopped(event, "found an alias without anchor, or an anchor twice")
            anchors.add(anchor)
    except yaml.MarkedYAMLError as error:
        failure = _within_brackets(_failure_of(text, error), opened)
        # The parser looks ahead from what it read last, over more levels than there may be.
        return _at_the_limit(failure, lines, opened) if failure.hopeless else failure
    except yaml.YAMLError as error:  # a character that the parser does not read at all
        return _Failure(0, 0, (0, 0), str(error).splitlines()[0], None)
    return None


def _within_brackets(failure: _Failure, opened: list[yaml.Event]) -> _Failure:
    """Return a failure at the outermost bracket that is open there, from a line above."""
    for event in opened:
        mark = event.start_mark
        if mark and getattr(event, "flow_style", False) and mark.line < failure.line:
            return failure._replace(line=mark.line, column=mark.column)
    return failure


def _at_the_limit(failure: _Failure, lines: list[str], opened: list[yaml.Event]) -> _Failure:
    """Return a failure that comes of too many levels at the bracket that opens one too many."""
    mark = opened[-1].end_mark if opened else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    depth = len(opened)
    for number in range(line, len(lines)):
        for bracket in _BRACKETS.finditer(lines[number], column if number == line else 0):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
            if depth > MAXIMUM_DEPTH:
                return failure._replace(line=number, column=bracket.start())
    return failure


def _stopped(event: yaml.Event, problem: str, *, hopeless: bool = False) -> _Failure:
    mark = event.start_mark
    place = (mark.line, mark.column) if mark else (0, 0)
    return _Failure(place[0], place[1], place, problem, None, hopeless)


def _failure_of(text: str, error: yaml.MarkedYAMLError) -> _Failure:
    mark = error.problem_mark or error.context_mark
    reached = (mark.line, mark.column) if mark else (0, 0)
    place, quoted = reached, None
    if error.context_mark and any(word in (error.context or "") for word in _SWALLOWS):
        place = error.context_mark.line, error.context_mark.column
    if any(word in (error.problem or "") for word in _OF_ESCAPES):
        place = reached  # within a quoted text, whose quotes are none of the trouble
    elif "quoted scalar" in (error.context or "") and place != reached:
        quoted = (*place, *reached)
    elif found := _last_quoted(text, reached):
        within = text.split("\n")[found[0] + 1 : found[2] + 1]
        if any(map(looks_like_entry, within)):
            place, quoted = found[:2], found
        elif found[2:] == reached or found[2] == reached[0]:
            quoted = found
    problem = error.problem or "the parser gives no reason"
    hopeless = "nesting depth" in problem  # a limit of PyYAML's own, since 6.0.4
    return _Failure(place[0], place[1], reached, problem, quoted, hopeless)


def _last_quoted(text: str, before: tuple[LineIndex, ColumnIndex]) -> QuotedPlace | None:
    """Return the last quoted text that ends at or before a place, by its own places."""
    found = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            start, end = token.start_mark, token.end_mark
            if (end.line, end.column) > before:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = start.line, start.column, end.line, end.column
    except yaml.YAMLError:
        pass
    return found
