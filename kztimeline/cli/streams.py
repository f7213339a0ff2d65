"""The standard streams: what is written to them arrives, or the command says why not.

A reader that has gone ends a command in silence. Any other failure of standard output
ends it with a sentence. Standard error is where sentences go, so its own failures have
nowhere to be said and are passed over. A letter that the encoding of a stream lacks
becomes the plain one that stands for it, or a question mark.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from typing import IO, TYPE_CHECKING, Any, Final, TextIO

from kztimeline.text.visible import visible_lines

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from typing_extensions import Buffer

_LENIENT: Final = "kzt-question-mark"
_STRICT: Final = frozenset({"strict", "surrogateescape", "backslashreplace"})
_replaced: set[str] = set()


class _VisibleText(io.TextIOWrapper):
    """Text for a reader: nothing in it is obeyed by a terminal, whoever wrote it."""

    def write(self, text: str, /) -> int:
        return super().write(visible_lines(text))


class ReaderGoneError(Exception):
    """Nobody reads standard output any longer."""


class OutputError(Exception):
    """Standard output takes no more; the text says why."""


class _Raw(io.RawIOBase):
    """The bytes below a standard stream, which after its first failure swallows the rest."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self._raw = raw
        self._failed = False

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def write(self, data: Buffer, /) -> int:
        size = memoryview(data).nbytes
        if self._failed:
            return size
        try:
            return self._written(data)
        except OSError as error:
            self._failed = True
            self._fail(error)
            return size

    def _written(self, data: Buffer) -> int:
        """Write what the stream takes now; wait where it is full and does not wait itself."""
        while (count := self._raw.write(data)) is None:
            import select

            select.select([], [self._raw], [])
        return int(count)

    def _fail(self, error: OSError) -> None:
        """Pass over a failure of standard error."""


class _RawOutput(_Raw):
    """The bytes below standard output."""

    def _fail(self, error: OSError) -> None:
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError from None
        raise OutputError(error.strerror or str(error)) from None


class _Closed(io.RawIOBase):
    """In place of the bytes below a stream that was closed before the command began."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        raise OSError(errno.EBADF, "it is closed")

    def write(self, data: Buffer, /) -> int:
        raise OSError(errno.EBADF, "it is closed")

    def fileno(self) -> int:
        raise OSError(errno.EBADF, "it is closed")


def install() -> None:
    """Put streams that keep the promises above in place of the standard ones."""
    _occupy_closed()
    codecs.register_error(_LENIENT, _stand_ins)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(_Closed()))
    if isinstance(sys.stdin, io.TextIOWrapper):
        # A byte that is no letter is told where it was typed.
        sys.stdin.reconfigure(errors="surrogateescape")
    sys.stdout = _text(sys.stdout, _RawOutput, line_buffering=_is_terminal(sys.stdout))
    sys.stderr = _text(sys.stderr, _Raw, line_buffering=True)


def finish() -> None:
    """Let everything that was written arrive, and say which letters could not be.

    Raises:
        ReaderGoneError, OutputError: it does not arrive.
    """
    sys.stdout.flush()
    if _replaced:
        encoding = sys.stdout.encoding
        sys.stderr.write(f"kzt: letters that {encoding} does not have are written as ?\n")
        _replaced.clear()


def write_bytes(content: bytes) -> None:
    """Write bytes to standard output, after what was written to it before.

    Raises:
        ReaderGoneError, OutputError: they do not arrive.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _text(stream: Any, kind: type[_Raw], *, line_buffering: bool) -> TextIO:
    closed = stream is None
    raw = kind(_Closed() if closed else getattr(stream.buffer, "raw", stream.buffer))
    encoding = "utf-8" if closed else stream.encoding
    errors = _LENIENT if closed or stream.errors in _STRICT else stream.errors
    buffered: IO[bytes] = io.BufferedWriter(raw)
    return _VisibleText(
        buffered,
        encoding=encoding,
        errors=errors,
        line_buffering=line_buffering,
    )


def _stand_ins(error: UnicodeError) -> tuple[str, int]:
    """Write plain letters for those that an encoding lacks, or one question mark for each.

    Half a surrogate pair stands for a byte in the name of a file; no encoding has it.
    """
    from kztimeline.text.letters.lacking import instead_of

    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    written = [instead_of(letter, error.encoding) for letter in lacking]
    _replaced.update(
        letter
        for letter, instead in zip(lacking, written, strict=True)
        if instead == "?" and not "\ud800" <= letter <= "\udfff"
    )
    return "".join(written), error.end


def has_all_signs() -> bool:
    """Tell whether the encoding of the terminal has more signs than those of ASCII for certain."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(encoding).name.startswith(("utf", "gb18030"))
    except LookupError:
        return True


def _occupy_closed() -> None:
    """Keep the numbers of closed standard streams from the next file that is opened."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
