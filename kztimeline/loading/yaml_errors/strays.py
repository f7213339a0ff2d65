"""Lines that are no entry where one has to stand: comments of other languages, values alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from kztimeline.loading.yaml_errors.trouble import (
    ENTRY,
    ITEM,
    KEYS,
    KINDS,
    RECORDS,
    Cause,
    LineIndex,
    Trouble,
    indent_of,
    is_text_below,
    key_column,
    looks_like_entry,
    short,
    value_start,
)

_LOOK_BACK = 40
_COMMENT = re.compile(r" *(//+|/\*+|;+|--+(?=\s|\w)|<!--)\s*(.*?)\s*(\*/|-->)?\s*$")
_IN_QUOTES = re.compile(r"( *)(- +)?(['\"])((?:- +)?(\w+): .*)\3\s*[,;]?\s*$")
_TWO = re.compile(
    r"(?P<one> *(?:- +)*(?P<key>\w+): +(?:'[^']*'|\"[^\"]*\"|\[[^\]]*\]|[^\s'\"\[{|>]*[^\s,;]))"
    r"\s*[,;]?\s+(?P<other>(?P<second>\w+):(?: .+)?)"
)
_TEXTS: Final = ("title", "summary", "says", "note", "basis", "claim", "by", "name", "states")
"""What is one word by chance, and more often has a colon of its own."""
_TAKE_IDS: Final = ("id", "source", "to")


def comment_of_others(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`// a note`: a comment as other languages write it."""
    if match := _COMMENT.match(trouble.lines[number]):
        yield Cause(
            number,
            match.start(1),
            f"{match[1]} begins no comment in YAML",
            f"Write `{short(f'# {match[2]}'.strip())}`.",
            {number: ""},
        )


def line_in_quotes(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`"track: home"`: quotes around the key and its value."""
    match = _IN_QUOTES.match(trouble.lines[number])
    if match and match[5] in KEYS:
        yield Cause(
            number,
            match.start(3),
            "quotes stand around the key, too",
            f"Take them off: `{short(match[4])}`.",
            {number: f"{match[1]}{match[2] or ''}{match[4]}"},
        )


def two_on_a_line(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`track: home, importance: 1`: two entries of one mapping on a line."""
    match = _TWO.fullmatch(trouble.lines[number].rstrip())
    if (
        match
        and match["key"] not in _TEXTS
        and any({match["key"], match["second"]} <= kind for kind in KINDS)
    ):
        yield Cause(
            number,
            match.start("other"),
            f"a second key stands on the line of {match['key']!r}",
            f"Write it on a line of its own: `{short(match['other'])}`.",
            {number: _either_entry(match)},
        )


def _either_entry(match: re.Match[str]) -> str:
    """Return the one of two entries that the lines below need: one without a value has them."""
    lead = " " * (match.start("key") - match.start())
    return lead + match["other"] if match["other"].endswith(":") else match["one"]


def sign_after_key(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`topics:,`: a sign behind the colon of a key whose value stands below."""
    line = trouble.lines[number]
    match = re.fullmatch(r"( *(?:- +)*(\w+) *:)\s*([,;.:'\"]+)\s*", line)
    if match and match[2] in KEYS:
        problem = f"{match[3]} follows the key {match[2]!r}"
        remedy = f"Remove it: `{match[2]}:` stands above its list by itself."
        yield Cause(number, match.start(3), problem, remedy, {number: match[1]})


def value_above_list(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`topics: law` above `- votes`: a value on the line of a key that has a list below."""
    lines = trouble.lines
    entry = ENTRY.match(lines[number])
    below = ITEM.match(lines[number + 1]) if number + 1 < len(lines) else None
    if not entry or not entry["value"].strip() or entry["key"] not in KEYS or not below:
        return
    item = ENTRY.match(lines[number + 1])
    beside = item is not None and any({entry["key"], item["key"]} <= kind for kind in KINDS)
    if beside or len(below["lead"].rstrip()) - 1 < key_column(lines[number]):
        return
    yield Cause(
        number,
        entry.start("value"),
        f"a value stands beside the key {entry['key']!r}, and a list below it",
        f"Put it into the list, as `- {short(entry['value'].strip())}`, or remove it.",
        {number: lines[number][: entry.start("value")].rstrip()},
    )


def comment_within(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A comment on a line of its own, or behind the text, that ends a text which goes on."""
    lines = trouble.lines
    comment = re.search(r"(?:^|(?<=\s))#", lines[number])
    if comment is None:
        return
    text = lines[number][: comment.start()].rstrip()
    upwards = range(number if text else number - 1, -1, -1)
    above = next((n for n in upwards if looks_like_entry(lines[n])), None)
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
    if below is None or above is None or not is_text_below(lines[below], lines[above]):
        return
    yield Cause(
        number,
        comment.start(),
        "a comment ends the text here, and more of it follows",
        "Move the comment above the entry, or quote the whole text if the # belongs to it.",
        {number: text},
    )


def value_alone(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A word by itself below a value in quotes, which it cannot go on with."""
    lines = trouble.lines
    line = lines[number]
    if number == 0 or not line.strip(" #") or ENTRY.match(line) or looks_like_entry(line):
        return
    above = lines[number - 1].rstrip()
    start = value_start(above)
    if start is None or not re.fullmatch(r"'.+'|\".+\"", above[start:]) or _IN_QUOTES.match(line):
        return
    more = ""
    if " " in above[start:]:
        if indent_of(line) > key_column(above):
            return  # it is more of the text, whose quote was closed too early
        more = ". If it is more of that text, indent it below, and close the quote behind it"
    yield Cause(
        number,
        indent_of(line),
        "the line has no key, and the value above it has ended",
        f"Write its key before it, `key: {short(line.strip())}`, or remove it{more}.",
        {number: ""},
    )


def item_without_dash(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A word by itself among the items of a list, or between them and their key."""
    lines = trouble.lines
    line = lines[number]
    if not 0 < number < len(lines) - 1 or not line.strip() or looks_like_entry(line):
        return
    above, below = ITEM.match(lines[number - 1]), ITEM.match(lines[number + 1])
    heading = ENTRY.match(lines[number - 1])
    among = above and below and above["lead"] == below["lead"]
    if below is None or not (among or (heading and not heading["value"])) or ENTRY.match(line):
        return
    if indent_of(line) > len(below["lead"].rstrip()) - 1 and among:
        return  # it is more of the item above
    remedy = f"Write `- {short(line.strip())}`, or remove it."
    mended = below["lead"] + line.strip()
    if ENTRY.match(lines[number + 1]):
        remedy, mended = "Remove it, or write its key and a colon before it.", ""
    problem = "no dash begins the item"
    yield Cause(number, indent_of(line), problem, remedy, {number: mended})


def item_without_key(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`- gazette` above `says: …`: an entry that begins with the value of its first key."""
    lines = trouble.lines
    item = ITEM.match(lines[number])
    if item is None or ENTRY.match(lines[number]):
        return
    keys = set()
    for below in range(number + 1, len(lines)):
        entry = ENTRY.match(lines[below])
        if entry and "-" not in entry["lead"] and len(entry["lead"]) == len(item["lead"]):
            keys.add(entry["key"])
        elif indent_of(lines[below]) < len(item["lead"]):
            break
    kinds = [each for each in RECORDS if keys and keys <= {field.name for field in fields(each)}]
    if kinds:
        first = fields(min(kinds, key=lambda kind: len(fields(kind))))[0].name
        value = short(item["value"])
        if first in _TAKE_IDS and not re.fullmatch(r"[a-z\d]+(-[a-z\d]+)*", value):
            value = "ID"
        yield Cause(
            number,
            len(item["lead"]),
            f"the entry that begins here has no key {first!r}",
            f"Write `- {first}: {value}`.",
            {number: f"{item['lead']}{first}: {item['value']}"},
        )


def dash_before_key(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`- track: home` amid the keys of an entry."""
    lines = trouble.lines
    entry = ENTRY.match(lines[number])
    if entry is None or entry["lead"].count("-") != 1 or entry["key"] not in KEYS:
        return
    dash = entry["lead"].index("-")
    for above in range(number - 1, max(-1, number - _LOOK_BACK), -1):
        if looks_like_entry(lines[above]) and key_column(lines[above]) == dash:
            yield Cause(
                number,
                dash,
                f"a dash begins a new entry, and {entry['key']!r} is a key of this one",
                f"Remove the dash: `{short(lines[number][len(entry['lead']) :])}`.",
                {number: " " * dash + lines[number][len(entry["lead"]) :]},
            )
            return
