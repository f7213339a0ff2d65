"""`kzt help`: pages on what several commands share, and the help of a command."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kztimeline.cli.help.text import commands_of, first_line
from kztimeline.cli.reporting import USAGE, fail
from kztimeline.text.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE: Final = "file"
_PAGES: Final = {
    "query": "The query language.",
    "dates": "How dates are written.",
    _FILE: "The keys of a timeline file.",
}
"""The pages that are not a command's, by their names."""
_WIDTH: Final = 22
_LONGEST: Final = 100
_PIPE: Final = 80
_NARROW: Final = 60
_LEAST: Final = 20
_LINK: Final = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")

_QUERY: Final = (
    (
        "Words, joined by and",
        (
            ("elect", "words beginning with it, anywhere in an event: elections, not selected"),
            ('"rule of law"', "this exact phrase"),
            ("EU", "with two or more capitals: that word in capitals only"),
            ("Токаев, janaozen", "names, in any alphabet and spelling"),
            ("-word, -topic:energy", "without"),
            ("a or b, (a or b) c", "either; parentheses group"),
            ("@osce", "a saved view (kzt views)"),
        ),
    ),
)
_DATES: Final = (
    (
        "In a timeline file, after in:, before:, after:, and --as-of (EDTF, ISO 8601-2)",
        (
            ("2012", "the year"),
            ("2012-02", "the month"),
            ("2012-02-01", "the day"),
            ("199X, 19XX", "the decade, the century"),
            ("0079", "the year 79; years run from 0001 to 9999"),
            ("2007-04~", "about; ? uncertain; % both"),
            ("1992/1995", "from one to the other"),
            ("2015/..", "still going on; ../2015 has no known beginning"),
        ),
    ),
    (
        "What EDTF has no sign for",
        (
            (
                "spring 1984",
                "1984-03~/1984-05~, about March to about May; winter 1984-12~/1985-02~",
            ),
            ("early, late 1985", "1985, and the word in the summary"),
            ("1985 or 1986", "the likelier, 1985?, and the other under note"),
            ("before, after 1985", "../1984, where it ended by then; 1986/.. where it still lasts"),
            ("between two years", "1985/1987, where it lasted from the one to the other"),
        ),
    ),
    (
        "Also in a query",
        (
            ("in:2011-12..2012-02", "on a day of it; both ends as a date above"),
            ("after:2019-03-19", "begins later"),
            ("before:1995", "ends earlier"),
        ),
    ),
    (
        "What is found",
        (
            ("certain", "certainly within: every day the date could mean falls inside"),
            ("certain, of 1992/1995", "it lasted over a day inside, such as one in 1994"),
            ("possible", "possibly within: an event dated 2012 may have been in March 2012"),
            ("--certain", "hides possible matches"),
        ),
    ),
)


def offer_subjects(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the pages and commands whose names begin so; after a command its own."""
    words = ctx.params.get("subject") or []
    at: Any = ctx.find_root()
    for word in words:
        command = dict(commands_of(at.command, at)).get(word)
        if command is None:
            return []
        at = type(at)(command, info_name=word, parent=at)
    pages = () if words else _PAGES.items()
    listed = ((name, first_line(each)) for name, each in commands_of(at.command, at))
    return [each for each in (*pages, *listed) if each[0].startswith(incomplete)]


def help_on(
    context: typer.Context,
    subject: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SUBJECT",
            help="query, dates, file, or a command.",
            autocompletion=offer_subjects,
        ),
    ] = None,
) -> None:
    """Explain the query language, dates, the file, or a command."""
    words = subject or []
    if words[:1] == ["query"]:
        from kztimeline.query.fields import FIELDS

        fields = [(field.example, field.description) for field in FIELDS.values()]
        _write([*_QUERY, ("Fields; a, b after the colon is either", fields)])
    elif words[:1] == ["dates"]:
        _write(_DATES)
    elif words[:1] == [_FILE]:
        from kztimeline.loading.file_format.reference import reference

        text = reference()
        sys.stdout.write(_on_terminal(text, _cells()) if sys.stdout.isatty() else text)
    else:
        sys.stdout.write(_of_command(context, words))


def _write(sections: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> None:
    cells = _cells()
    blocks = []
    for heading, rows in sections:
        lines = (line for row in rows for line in _row(*row, cells))
        blocks.append("\n".join([*_wrapped(f"{heading}:", cells), *lines]))
    sys.stdout.write("\n\n".join(blocks) + "\n")


def _cells() -> int:
    return min(shutil.get_terminal_size().columns, _LONGEST) if sys.stdout.isatty() else _PIPE


def _row(left: str, right: str, cells: int) -> list[str]:
    """Return a row; below each other where there is no room beside each other."""
    if cells < _NARROW:
        return [f"  {left}", *_wrapped(right, cells, "    ")]
    head = f"  {left:<{_WIDTH}}  "
    return textwrap.wrap(right, cells, initial_indent=head, subsequent_indent=" " * len(head))


def _wrapped(text: str, cells: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, max(cells, _LEAST), initial_indent=indent, subsequent_indent=indent)


def _on_terminal(markdown: str, cells: int) -> str:
    """Return the reference of the file, which is Markdown, as lines to read: no tables."""
    lines: list[str] = []
    for block in markdown.split("\n\n"):
        text = _LINK.sub(r"\1", block).replace("`", "").replace(r"\|", "|").strip("\n")
        if text.startswith("#"):
            lines += [text.lstrip("# "), ""]
        elif text.startswith("|"):
            for row in text.split("\n")[2:]:
                key, kind, meaning = row.strip("| ").split(" | ", 2)
                needed = ", required" if key.startswith("**") else ""
                lines += _row(key.strip("*"), f"{meaning} ({kind}{needed})", cells)
            lines.append("")
        else:
            plain = " ".join(text.split()).replace("Keys in **bold**", "Required keys")
            lines += [*_wrapped(plain, cells), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _of_command(context: typer.Context, words: list[str]) -> str:
    """Return the help of the command that words name; exit where there is none."""
    at: Any = context.parent or context
    for number, word in enumerate(words, 1):
        known = dict(commands_of(at.command, at))
        if word not in known:
            said = " ".join(words[:number])
            near = nearest(word, [*_PAGES, *known])
            remedy = f"The subjects are {', '.join(_PAGES)}, and the commands of `kzt --help`."
            hint = f"{did_you_mean(near, sentence=True)} " if near else ""
            fail(f"there is no help on {said!r}", hint + remedy, USAGE)
        at = type(at)(known[word], info_name=word, parent=at)
    return f"{at.get_help()}\n"
