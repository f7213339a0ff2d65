"""Write the parts of docs/ that are made from the program.

usage: python .ci/docs.py [--check]     with --check: name what is out of date, exit 1 if any is
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer

from kztimeline import __version__
from kztimeline.cli.app import app
from kztimeline.cli.help.examples import EXAMPLES
from kztimeline.cli.help.text import first_line
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.checks.cards import CARD_CHECKS, STRICT_CARD_CHECKS
from kztimeline.loading.checks.strict import STRICT_CHECKS
from kztimeline.loading.checks.whole_file import FILE_CHECKS
from kztimeline.loading.file_format.reference import reference
from kztimeline.loading.file_format.schema import timeline_schema
from kztimeline.timeline.counts import as_table, count_events

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH = 90

_COMMANDS = """\
# The commands of kzt

Made from the program by `.ci/docs.py`; `kzt COMMAND --help` and `kzt help COMMAND` print the same.
`kzt help query` explains the query language, `kzt help dates` the dates.
"""
_RULES = """\
# What kzt check asks

Made from the rules by `.ci/docs.py`. Whatever is not YAML, not a date or not a key of the file is
reported as well; `kzt help file` lists the keys. A text that is at hand must be the one that its
card was made from. `--strict` asks besides that values other programs would read as numbers, days
or truths stand in quotes, that the file ends with a line, and that its `targets` are met.
"""
_MAN = r""".TH KZT 1 "" "kztimeline {version}" "User commands"
.SH NAME
kzt \- explore a timeline on the terminal, with evidence for every event
.SH SYNOPSIS
.B kzt
[\fIOPTIONS\fR] [\fICOMMAND\fR|\fIFILE\fR] [\fIARGS\fR]...
.SH DESCRIPTION
Without a command, the timeline opens on the screen: \fIFILE\fR, or the built-in one.
Each command ends with 0; with 1 where nothing is found, something is wrong in a file, or a file
cannot be written; with 2 where an argument is wrong.
.SH COMMANDS
{commands}.SH ENVIRONMENT
.TP
.B KZT_TIMELINE
The timeline that is read where none is named.
.TP
.B KZT_DOCUMENTS
The folder with the texts of the documents.
.TP
.B NO_COLOR
Where it is set, the screen has no colors.
.TP
.B TEXTUAL_FPS
How many times a second the screen is drawn at most, for a slow connection.
.TP
.B EDITOR
What the screen opens the file of an event with.
.SH FILES
.B kzt config
says where the settings, the pins and views, and the cache are kept.
.SH EXAMPLES
{examples}"""


def commands() -> str:
    """Return the help of every command as Markdown."""
    parts = [f"## {path}\n\n```text\n{text}```\n" for path, text in _helps()]
    return "\n".join([_COMMANDS, *parts])


def _helps() -> Iterator[tuple[str, str]]:
    command: Any = typer.main.get_command(app)
    top = _context(command, "kzt", None)
    yield "kzt", _help(top)
    for path in filter(None, EXAMPLES):
        at = top
        for word in path.split():
            at = _context(at.command.get_command(at, word), word, at)
        yield f"kzt {path}", _help(at)


def _context(command: Any, name: str, parent: Any) -> Any:
    return typer.Context(
        command, info_name=name, parent=parent, max_content_width=WIDTH, terminal_width=WIDTH
    )


def _help(context: Any) -> str:
    return f"{context.get_help()}\n"


def man() -> str:
    """Return the manual page."""
    command: Any = typer.main.get_command(app)
    listed = []
    for path in filter(None, EXAMPLES):
        at: Any = command
        for word in path.split():
            at = at.get_command(_context(at, word, None), word)
        listed.append(f".TP\n.B kzt {_troff(path)}\n{_troff(first_line(at))}\n")
    shown = [f".TP\n.B {_troff(each.line)}\n{_troff(each.does)}\n" for each in EXAMPLES[""]]
    return _MAN.format(version=__version__, commands="".join(listed), examples="".join(shown))


def _troff(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")


def rules() -> str:
    """Return what `kzt check` and `kzt check --strict` ask, from the rules themselves."""
    parts = [_RULES]
    for heading, checks in (
        ("Of every timeline", FILE_CHECKS),
        ("Of every card", CARD_CHECKS),
        ("Of a published timeline (`--strict`)", STRICT_CHECKS),
        ("Of a published timeline's cards (`--strict`)", STRICT_CARD_CHECKS),
    ):
        lines = [f"- {' '.join((each.__doc__ or '').split())}" for each in checks]
        parts.append("\n".join([f"## {heading}", "", *lines, ""]))
    return "\n".join(parts)


MADE: dict[str, Callable[[], bytes]] = {
    "commands.md": lambda: commands().encode(),
    "counts.md": lambda: counts().encode(),
    "events.schema.json": timeline_schema,
    "fields.md": lambda: reference().encode(),
    "rules.md": lambda: rules().encode(),
    "kzt.1": lambda: man().encode(),
}


def counts() -> str:
    """Return the counts of the built-in timeline."""
    timeline = load_timeline(DOCS.parent / "events.yaml")
    head = "# What the timeline holds\n\nMade from the program by `.ci/docs.py`.\n\n"
    return head + as_table(timeline, count_events(timeline))


def main() -> int:
    """Write the files, or check them."""
    stale = [name for name, make in MADE.items() if not _is(DOCS / name, make())]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/{name} is out of date: run python .ci/docs.py")
        return int(bool(stale))
    for name in stale:
        (DOCS / name).write_bytes(MADE[name]())
    return 0


def _is(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main())
