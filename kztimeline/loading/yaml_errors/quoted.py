"""Quotes and brackets: closed too early, too late or never."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kztimeline.loading.yaml_errors.trouble import (
    Cause,
    ColumnIndex,
    LineIndex,
    Trouble,
    in_quotes,
    is_text_below,
    looks_like_entry,
    short,
    value_start,
)

_CLOSES = {"[": "]", "{": "}"}
_NO_COMMA = re.compile(r"(?<=[^\s,\[{:])(\s+)(?=[A-Za-z_]\w*: |['\"\[{])")

_KEY = r"(?:[A-Za-z_]\w*|(['\"])\w+\1)\s*:\s+"
_SIGN_AFTER = re.compile(rf" *(?:- +)*(?:{_KEY})?(?:(['\"]).*\2|\[.*\]|\{{.*\}})(\s*[,;])\s*$")


def _closing(line: str, start: ColumnIndex) -> ColumnIndex | None:
    """Return where the quoted text that starts at `start` ends on its line."""
    quote, position = line[start], start + 1
    while position < len(line):
        if quote == '"' and line[position] == "\\":
            position += 2
        elif line[position] != quote:
            position += 1
        elif quote == "'" and line[position + 1 : position + 2] == "'":
            position += 2
        else:
            return position
    return None


def sign_after_value(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`date: '2012',`: a comma or semicolon behind a value that has ended."""
    line = trouble.lines[number]
    if match := _SIGN_AFTER.match(line):
        sign = "comma" if match[3].strip() == "," else "semicolon"
        remedy = "Remove it: each line is an entry by itself."
        mended = {number: line[: match.start(3)]}
        yield Cause(number, match.start(3), f"a {sign} follows the value", remedy, mended)


def quote_within(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`'Jones doesn't recuse'`: the sign that began the text stands within it."""
    line = trouble.lines[number].rstrip()
    start = value_start(line)
    if start is None or line[start] not in "'\"":
        return
    end = _closing(line, start)
    rest = line[end + 1 :] if end is not None else ""
    if end is None or not rest.strip() or re.match(r"\s+#", rest):
        return
    if line.endswith(line[start]):
        inner = _doubled(line[start + 1 : -1], line[start])
        mended = {number: line[: start + 1] + inner + line[start]}
        yield Cause(number, end, *_ends_here(line, start + 1, end), mended)
    whole = in_quotes(line[start:])
    yield Cause(
        number,
        end + 1,
        "text follows the closing quote",
        f"Quote the whole value: {short(whole)}",
        {number: line[:start] + whole},
    )


def _doubled(inner: str, quote: str) -> str:
    """Return text to stand within `quote`, that sign written as YAML wants it there."""
    if quote == "'":
        return re.sub(r"\\?'+", lambda run: "''" * max(1, run[0].count("'") // 2), inner)
    return re.sub(r'(?<!\\)"', r"\"", inner)


def _ends_here(line: str, start: ColumnIndex, end: ColumnIndex) -> tuple[str, str]:
    """Return what is wrong with the quote at `end` of a text that goes on from `start`."""
    if line[end] == '"':
        return (
            "the double quote ends the text, which began with one",
            r"Write \" for a double quote within the text.",
        )
    first = max(line.rfind(" ", start, end) + 1, start)
    last = line.find(" ", end)
    word = line[first : last if last > 0 else len(line)].rstrip("'")
    before = word[: end - first].removesuffix("\\")
    doubled = f"{before}''{word[end - first + 1 :]}"
    return (
        "the apostrophe ends the text, which began with a single quote",
        f"Write it twice, as in {short(doubled)}, or put the whole text in double quotes.",
    )


def text_after_quote(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A quoted text that ends on its line and goes on below."""
    line = trouble.lines[number].rstrip()
    start = value_start(line)
    if start is None or line[start] not in "'\"" or _closing(line, start) != len(line) - 1:
        return
    last = number
    while last + 1 < len(trouble.lines) and is_text_below(trouble.lines[last + 1], line):
        last += 1
    if last > number:
        mended = {
            n: _doubled(trouble.lines[n].rstrip(), line[start]) for n in range(number + 1, last)
        }
        mended[number] = line[:-1]
        mended[last] = _doubled(trouble.lines[last].rstrip(), line[start]) + line[start]
        yield Cause(
            number,
            len(line) - 1,
            "the text goes on below its closing quote",
            "Close it where it ends, on its last line.",
            mended,
        )


def open_quote(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A quoted text that runs on over entries, or ends at an apostrophe of a later line."""
    if trouble.quoted is None:
        return
    first, column, last, end = trouble.quoted
    lines, quote = trouble.lines, trouble.lines[first][column]
    if number == first:
        below = range(first + 1, len(lines))
        next_entry = next((n for n in below if looks_like_entry(lines[n])), len(lines))
        until = max((n for n in range(first, next_entry) if lines[n].strip()), default=first)
        tail = lines[until].rstrip()
        closed = [tail + quote]
        if tail[-1] in "'\"’”" and (until > first or len(tail) - 1 > column):
            closed.insert(0, tail[:-1] + quote)  # closed, but by another sign
        flow = re.match(r"[^,\]}]*", tail[column + 1 :]) if until == first else None
        if flow and flow.end() < len(tail) - column - 1:
            at = column + 1 + flow.end()
            closed.append(tail[:at] + quote + tail[at:])
        for text in closed:
            yield Cause(
                first,
                column,
                "the quote is not closed",
                f"Close the text with {quote} where it ends, or leave the quote out.",
                {until: text},
            )
    if number == last and 0 < end <= len(lines[last]) and quote == "'":
        rest = lines[last][end:]
        inner = _doubled(rest[:-1], quote) + "'" if rest.endswith("'") else rest
        mended = {last: f"{lines[last][:end]}'{inner}"}
        yield Cause(last, end - 1, *_ends_here(lines[last], 0, end - 1), mended)
    if number == last and 0 < end <= len(lines[last]) and quote == '"':
        mended = {last: lines[last][: end - 1] + "\\" + lines[last][end - 1 :]}
        yield Cause(last, end - 1, *_ends_here(lines[last], 0, end - 1), mended)


def bracket(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A list or mapping in brackets without its end, or with a comma missing."""
    line = trouble.lines[number].rstrip()
    waiting: list[tuple[int, str]] = []
    for match in re.finditer(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|\s#.*|[\[\]{}]", line):
        sign = match[0]
        if sign in _CLOSES:
            waiting.append((match.start(), sign))
        elif sign in ("]", "}"):
            if waiting and _CLOSES[waiting[-1][1]] == sign:
                waiting.pop()
                continue
            cut = line[: match.start()]
            right = _CLOSES[waiting[-1][1]] if waiting else ""
            problem = f"the bracket {sign} closes nothing that is open"
            remedy = f"Write {right} there." if right else "Remove it, or quote the text."
            mended = cut + right + line[match.end() :]
            yield Cause(number, match.start(), problem, remedy, {number: mended})
            return
    if waiting:
        closers = "".join(_CLOSES[sign] for _, sign in reversed(waiting))
        column, sign = waiting[0]
        problem = f"the bracket {sign} is not closed"
        remedy = f"Close it with {closers} where its list ends."
        yield Cause(number, column, problem, remedy, {number: line + closers})
        yield from _bracket_above(trouble.lines, number, column, closers)
    if twice := re.search(r",(\s*,)", line):
        mended = line[: twice.start(1)] + line[twice.end(1) :]
        problem = "a comma follows another, with nothing between them"
        yield Cause(number, twice.end() - 1, problem, "Remove one.", {number: mended})
    opened = next((place for place, sign in enumerate(line) if sign in _CLOSES), len(line))
    for match in _NO_COMMA.finditer(line, opened):
        mended = line[: match.start()] + "," + line[match.start() :]
        problem = "a comma is missing between two entries in brackets"
        yield Cause(number, match.start(), problem, "Write a comma there.", {number: mended})


def _bracket_above(
    lines: list[str], number: LineIndex, column: ColumnIndex, closers: str
) -> Iterator[Cause]:
    """What may be meant where a list goes on below the bracket that opens it."""
    line = lines[number].rstrip()
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), len(lines))
    if below == len(lines):
        return
    sign = line[column]
    if looks_like_entry(lines[below]):
        mended = line[:column] + line[column + 1 :].lstrip()
        problem = f"the bracket {sign} is not closed before the next entry"
        yield Cause(number, column, problem, "Remove the bracket.", {number: mended.rstrip()})
        return
    ends = range(below, len(lines))
    end = next((n for n in ends if not is_text_below(lines[n], line)), len(lines))
    if end > below:
        problem = f"the bracket {sign} is not closed"
        remedy = f"Close it with {closers} where its list ends."
        yield Cause(number, column, problem, remedy, {end - 1: lines[end - 1].rstrip() + closers})
