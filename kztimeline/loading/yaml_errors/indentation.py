"""What stands before and between the words: spaces, tabs, dashes, colons, indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kztimeline.loading.yaml_errors.trouble import (
    BULLET,
    ENTRY,
    ITEM,
    KEYS,
    Cause,
    ColumnIndex,
    LineIndex,
    Trouble,
    indent_of,
    key_column,
    looks_like_entry,
    short,
    spaces,
    text_column,
)

_LOOK_BACK = 40


def tabs(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A tab before the text of a line."""
    line = trouble.lines[number]
    lead = line[: len(line) - len(line.lstrip(" \t-"))]
    if "\t" not in lead:
        return
    rest = lead.replace("\t", "").lstrip() + line[len(lead) :]
    alike = list(_begun_alike(trouble.lines, number, lead))
    for column, _ in (*_columns(trouble.lines, number), (lead.count("\t") * 2, 0)):
        mended = {n: " " * column + trouble.lines[n][len(lead) :] for n in alike}
        mended[number] = " " * column + rest
        yield Cause(
            number,
            lead.index("\t"),
            "a tab stands before the text",
            "Indent with spaces; YAML does not allow tabs there.",
            mended,
            never_right=True,
        )


def _begun_alike(lines: list[str], number: LineIndex, lead: str) -> Iterator[LineIndex]:
    """Yield the lines below that begin with the same spaces and tabs, up to one that does not."""
    for below in range(number + 1, len(lines)):
        if lines[below][: len(lead)] != lead or lines[below][len(lead) :][:1] in " \t-":
            return
        yield below


def space_after_colon(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`title:Some text`, or a colon of another script."""
    line = trouble.lines[number]
    if match := re.match(r"( *(?:- *)*)([A-Za-z_][\w-]*)(?::(?=\S)(?!//)|\s*：\s*)", line):
        column = match.end()
        mended = f"{match[1]}{match[2]}: {line[column:]}"
        problem, remedy = f"no space follows the colon of {match[2]!r}", "Write a space after it"
        if "：" in match[0]:
            problem, remedy = "'：' (U+FF1A) is not a colon to YAML", "Write an ordinary colon"
        yield Cause(
            number,
            len(match[0].rstrip()) - 1,
            problem,
            f"{remedy}: `{short(mended.strip(' -'))}`.",
            {number: mended},
        )


def space_after_dash(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`-item`, or a dash of another kind."""
    line = trouble.lines[number]
    if match := re.match(rf"( *(?:- +)*)(-(?=[^\s-])|{BULLET})", line):
        sign, rest = match[2][0], line[match.end() :]
        if sign == "-":
            mended = f"{match[1]}- {rest}"
            remedy = f"Write a space after it: `{short(mended.strip())}`."
            yield Cause(
                number, len(match[1]), "no space follows the dash", remedy, {number: mended}
            )
            return
        problem = f"{sign!r} (U+{ord(sign):04X}) begins no item of a list"
        alike = [number, *_begun_alike(trouble.lines, number, line[: match.end()])]
        rests = {n: f"- {trouble.lines[n][match.end() :]}" for n in alike}
        there = "" if len(alike) == 1 else ", and in the lines below, too"
        columns = _columns([*trouble.lines[:number], rests[number]], number)
        leads = [match[1], *(" " * column for column, _ in columns)]
        heading = ENTRY.match(trouble.lines[number - 1]) if number else None
        if heading and not heading["value"]:  # a list of that key stands no further left than it
            leads = [lead for lead in leads if len(lead) >= len(heading["lead"])]
        for lead in leads:
            at = "" if lead == match[1] else f", indented by {spaces(len(lead))}"
            remedy = f"Write an ordinary hyphen{at}: `{short(rests[number])}`{there}."
            items = {n: lead + rest for n, rest in rests.items()}
            yield Cause(number, len(match[1]), problem, remedy, items)


def colon_missing(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`title Some text`, `title = Some text`, or a key alone."""
    line = trouble.lines[number]
    match = re.match(r"( *(?:- +)*)([A-Za-z_]\w*)(?:\s*[=;]\s*|\s+|$)", line)
    if match and match[2] in KEYS:
        mended = f"{match[1]}{match[2]}: {line[match.end() :]}".rstrip()
        yield Cause(
            number,
            match.end(2),
            f"no colon follows the key {match[2]!r}",
            f"Write `{short(mended.strip(' -'))}`.",
            {number: mended},
        )


def list_beside_key(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`topics: - one`: an item on the line of its key."""
    line = trouble.lines[number]
    if match := re.match(r"( *(?:- +)*[A-Za-z_]\w*: +)- +(.*)", line):
        yield Cause(
            number,
            len(match[1]),
            "an item of a list stands on the line of its key",
            "Put each `- …` on a line of its own; quote a text that begins with a dash.",
            {number: f"{match[1]}[{match[2]}]"},
        )


def dash_missing(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """An entry that begins like the items before it, without their dash."""
    lines = trouble.lines
    entry = ENTRY.match(lines[number])
    if entry is None or "-" in entry["lead"]:
        return
    if item := _item_above(lines, number, entry["key"]):
        yield _with_dash(lines, number, item["lead"], "in the item above")


def _item_above(lines: list[str], number: LineIndex, key: str) -> re.Match[str] | None:
    """Return the nearest line above that begins an item with a key, as `ENTRY` matches it."""
    for above in range(number - 1, max(-1, number - _LOOK_BACK), -1):
        item = ENTRY.match(lines[above])
        if item and "-" in item["lead"] and item["key"] == key:
            return item
    return None


def first_dash_missing(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """An item below an entry that begins its list as the item does, without a dash."""
    lines = trouble.lines
    item = ENTRY.match(lines[number])
    if item is None or "-" not in item["lead"]:
        return
    for above in range(number - 1, 0, -1):
        entry = ENTRY.match(lines[above])
        heading = ENTRY.match(lines[above - 1])
        if (
            entry
            and heading
            and entry["key"] == item["key"]
            and not entry["lead"].strip()
            and not heading["value"]
            and len(heading["lead"]) <= item["lead"].index("-")
        ):
            yield _with_dash(lines, above, item["lead"], "in the item below")
        if not lines[above][:1].isspace() and entry and "-" not in entry["lead"]:
            return


def _with_dash(lines: list[str], number: LineIndex, lead: str, like: str) -> Cause:
    entry = ENTRY.match(lines[number])
    key = entry["key"] if entry else ""
    return Cause(
        number,
        text_column(lines[number]),
        f"no dash begins the item with this {key!r}",
        f"Write `- {key}: …`, indented by {spaces(lead.index('-'))} as {like}.",
        {number: lead + lines[number].lstrip()},
    )


def _columns(lines: list[str], number: LineIndex) -> list[tuple[ColumnIndex, LineIndex]]:
    """Return where a line may begin, by the lines above: columns, each with such a line.

    A line that begins with a dash stands below a dash or a key, any other below a key.
    """
    found: dict[ColumnIndex, LineIndex] = {}
    dashed = lines[number].lstrip(" \t").startswith("-")
    for above in range(number - 1, max(-1, number - _LOOK_BACK), -1):
        line = lines[above]
        if not looks_like_entry(line):
            continue
        if dashed and line.lstrip().startswith("- "):
            found.setdefault(text_column(line), above)
        if ENTRY.match(line):
            found.setdefault(key_column(line), above)
            if dashed:
                found.setdefault(key_column(line) + 2, above)
    return list(found.items())


def indentation(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """An entry or item whose column fits nothing above it."""
    line = trouble.lines[number]
    column = len(line) - len(line.lstrip(" "))
    if not (looks_like_entry(line) or ENTRY.match(line)):
        return
    for wanted, above in _columns(trouble.lines, number):
        if wanted != column:
            yield Cause(
                number,
                column,
                f"the line is indented by {spaces(column)}, which fits nothing above it",
                f"Indent it by {spaces(wanted)}, to stand below {_head(trouble.lines[above])}.",
                {number: " " * wanted + line.lstrip(" ")},
            )


def items_too_deep(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """An item, and maybe more of them, put in deeper than the items it follows."""
    lines = trouble.lines
    entry = ENTRY.match(lines[number])
    if entry is None or "-" not in entry["lead"]:
        return
    item = _item_above(lines, number, entry["key"])
    if item is None:
        return
    column, wanted = indent_of(lines[number]), indent_of(item.string)
    if wanted >= column:
        return
    until = number + 1
    while until < len(lines) and (not lines[until].strip() or indent_of(lines[until]) >= column):
        until += 1
    yield Cause(
        number,
        column,
        f"the item is indented by {spaces(column)}, the one before it by {spaces(wanted)}",
        f"Indent it by {spaces(wanted)}, too, and what belongs to it by {column - wanted} less.",
        {n: lines[n][column - wanted :] for n in range(number, until)},
    )


def _head(line: str) -> str:
    """Return how a line begins: its key, after its dashes."""
    entry = ENTRY.match(line)
    return f"`{line[: entry.end('key')].strip()}`" if entry else "the dash above"


def text_below(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A line that goes on with a text, but no deeper than its key."""
    lines = trouble.lines
    if not lines[number].strip() or looks_like_entry(lines[number]):
        return
    above = next((n for n in range(number - 1, -1, -1) if looks_like_entry(lines[n])), None)
    entry = (ENTRY.match(lines[above]) or ITEM.match(lines[above])) if above is not None else None
    if above is None or entry is None or entry["value"].startswith(("[", "{")):
        return
    key = entry.groupdict().get("key")
    column = key_column(lines[above]) + (2 if key else 0)
    until = number
    while until < len(lines) and lines[until].strip() and not looks_like_entry(lines[until]):
        until += 1
    mended = {n: " " * column + lines[n].strip() for n in range(number, until)}
    named = repr(key) if key else "the dash above it"
    which = "it" if until == number + 1 else "it, and what follows of the text,"
    joined = "" if entry["value"].startswith(("|", ">")) else ", or join it to the line above"
    yield Cause(
        number,
        text_column(lines[number]),
        f"the line goes on with no text: it is indented no deeper than {named}",
        f"Indent {which} by {spaces(column)}{joined}.",
        mended,
    )


def marker(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A line that begins or ends another document of the same file."""
    if re.match(r"(---|\.\.\.)(\s|$)|%\w", trouble.lines[number]):
        problem = "the line begins another document"
        yield Cause(number, 0, problem, "Remove it: a file holds one timeline.", {number: ""})
