"""What is wrong in a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

LONGEST_LINE: Final = 10_000
MOST_SHOWN: Final = 1_000
"""Findings that are shown in one run; of the rest the count is said."""


Progress: TypeAlias = Callable[[str], None]
"""Takes the words for what is being done when it begins."""


def untold(_step: str) -> None:
    """Take no notice of a step."""


FileLine: TypeAlias = int
"""A line of a file as an editor counts it, from 1; 0 where it is not known."""

FileColumn: TypeAlias = int
"""A column of a line as an editor counts it, from 1; 0 where it is not known."""


class Finding(NamedTuple):
    """One thing wrong in a file; where it is, and what to do.

    `source_line` is the line of the file as it stands there.
    """

    file: str
    line: FileLine
    column: FileColumn
    problem: str
    remedy: str
    source_line: str = ""

    def __str__(self) -> str:
        # Where nothing is wrong, it is not loaded before the first screen stands.
        from kztimeline.text.visible import bounded, visible

        place = (
            f"{bounded(self.file)}:{self.line}:{self.column}" if self.line else bounded(self.file)
        )
        text = visible(f"{place}: {bounded(self.problem)}")
        if self.source_line:
            text += "\n" + self._marked_line()
        return text + (f"\n    {visible(bounded(self.remedy))}" if self.remedy else "")

    def _marked_line(self) -> str:
        """Return the line of the file with a caret under the place."""
        from kztimeline.text.visible import visible

        start = max(0, self.column - 60)
        number = f"{self.line:6} | "
        caret = " " * (len(number) + self.column - 1 - start) + "^"
        return f"{number}{visible(self.source_line[start : start + 100])}\n{caret}"

    def as_dict(self) -> dict[str, Any]:
        """Return the finding with its fields by name, for JSON.

        The line of the file is left out where it is too long to be shown.
        """
        shown = self.source_line if len(self.source_line) <= LONGEST_LINE else ""
        return {**self._asdict(), "source_line": shown}


class FileError(Exception):
    """A file that cannot be used; `findings` says why, in order of place."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def sentence(text: str) -> str:
    """Return `text` as a sentence; without a full stop after the two dots of an open end."""
    stop = "" if text.endswith((".", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}"


def report(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield findings as text, each with its line ends, and how many more there are."""
    for finding in findings[:MOST_SHOWN]:
        yield f"{finding}\n"
    if len(findings) > MOST_SHOWN:
        yield f"… and {len(findings) - MOST_SHOWN} more, shown once these are mended\n"


def whole_file(path: Path, problem: str, remedy: str) -> FileError:
    """Return the error for something that concerns a file and no place in it."""
    return FileError([Finding(str(path), 0, 0, problem, remedy)])
