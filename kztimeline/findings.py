"""What is wrong in a file, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple


class Finding(NamedTuple):
    """One thing wrong in a file; `line` and `column` count from 1, 0 where unknown.

    `source_line` is the line of the file as it stands there.
    """

    file: str
    line: int
    column: int
    problem: str
    remedy: str
    source_line: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        text = f"{place}: {self.problem}"
        if self.source_line:
            text += "\n" + self._marked_line()
        return text + (f"\n    {self.remedy}" if self.remedy else "")

    def _marked_line(self) -> str:
        """Return the line of the file with a caret under the place."""
        shown = visible(self.source_line)
        start = max(0, self.column - 60)
        number = f"{self.line:6} | "
        caret = " " * (len(number) + self.column - 1 - start) + "^"
        return f"{number}{shown[start : start + 100]}\n{caret}"

    def as_dict(self) -> dict[str, Any]:
        """Return the finding with its fields by name, for JSON."""
        return self._asdict()


class FileError(Exception):
    """A file that cannot be used; `findings` says why, in order of place."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def visible(text: str) -> str:
    """Return `text` with each character that a terminal would obey made a space."""
    return "".join(char if char.isprintable() else " " for char in text)


def whole_file(path: Path, problem: str, remedy: str) -> FileError:
    """Return the error for something that concerns a file and no place in it."""
    return FileError([Finding(str(path), 0, 0, problem, remedy)])
