"""The terminal: what it sends, and how it is left when it is not the reader who leaves.

A signal that suspends the program gives it up, too, and one that goes on takes it again.
Textual's driver takes bytes that are no UTF-8 for a failure, reads on for ever where the
terminal is gone, and leaves it as it stands when the program is killed.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import selectors
import signal
import sys
import termios
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual import constants
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste

from kztimeline.tui import foreground
from kztimeline.tui.escape_keys import ESCAPE, EscapeKeys, is_escape
from kztimeline.tui.first_frame import standing
from kztimeline.tui.terminal_encoding import encoding_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import FrameType
    from typing import IO

    from textual.message import Message

SIGNALS: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""The signals that end the program; its exit code is then 128 and their number."""

GONE: Final = 128 + signal.SIGHUP
"""The exit code where the terminal is gone, as if it had said so."""

PATIENCE: Final = 3.0
"""Seconds to end in an orderly way, before the terminal is put right and all is over."""

_AT_ONCE: Final = 4096
_TICK: Final = 0.1
_FOR_THE_EDITOR: Final = frozenset({signal.SIGINT, signal.SIGQUIT})
_END_MODES: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What ends every mode that the driver begins."""


class TerminalApp(App[None]):
    """An application that ends when its terminal asks for it."""

    @property
    def holds_paint(self) -> bool:
        """Whether what is drawn is not to be seen as yet."""
        return False

    def leave(self, code: int) -> None:
        """End with an exit code, because of a signal or since the terminal is gone."""
        self.exit(return_code=code)


class TerminalDriver(LinuxDriver):
    """Reads and writes the terminal of a `TerminalApp`, and ends it with its terminal."""

    def __init__(self, app: TerminalApp, **options: Any) -> None:
        super().__init__(app, **options)
        self._terminal_app = app
        self._encoding = encoding_of(sys.__stderr__)
        self._file = _Unfailing(sys.__stderr__, self._is_gone)  # type: ignore[assignment, arg-type]
        self._away = False
        self._started = False
        self._held = self._taken = False
        self._frame = ""
        self._typed_first, self._typed_before = b"", 0
        self._code: int | None = None
        self._woken, self._wakes = os.pipe()
        # Sent to the background meanwhile, it waits while signals still end it by themselves.
        if not foreground.await_foreground(self.fileno):
            os._exit(GONE)
        self._as_found = standing.found()
        if self._as_found is None:
            with suppress(termios.error):
                self._as_found = termios.tcgetattr(self.fileno)
        for number in SIGNALS:
            # What is ignored, as under nohup, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        signal.signal(signal.SIGTSTP, self._on_suspend)
        signal.signal(signal.SIGCONT, self._on_resume)

    def start_application_mode(self) -> None:
        """Take the terminal; where a frame stands on it, without drawing anything anew."""
        self._typed_first = standing.typed_first()
        self._typed_before = _waiting(self.fileno)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        found = standing.hand_over()
        if found is not None:
            self.attrs_before = found
        self._held = self._taken = self._started = True

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found; not taken, it is."""
        if self._held:
            self._taken = False
            super().stop_application_mode()
            self._held = False

    def send_message(self, message: Message) -> None:
        """Hand a message to the application, in one turn of its loop; Textual's takes three."""
        with suppress(RuntimeError):  # It has ended.
            self._loop.call_soon_threadsafe(self._app.post_message, message)

    def write(self, data: str) -> None:
        """Write to the terminal, but nothing that is held back as yet.

        Where a frame stands on it, its other screen is not entered again: that would clear it.
        """
        held = self._taken and self._terminal_app.holds_paint
        entered = data == standing.ALTERNATE_SCREEN and standing.stands()
        if held or entered:
            return
        if data == SYNC_START or self._frame:
            # What is to be seen at once is written at once.
            self._frame += data
            data = self._frame if data == SYNC_END else ""
        if data:
            self._frame = ""
            super().write(data)

    def suspend_application_mode(self) -> None:
        """Give the terminal away."""
        self._away = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal back, or end where it is gone meanwhile."""
        self._away = False
        super().resume_application_mode()
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            self._is_gone()
        if self._code is not None:
            self._end(self._code)

    def disable_input(self) -> None:
        """Hand on nothing that is typed from now on; who reads it ends at once."""
        if not self._held:
            return
        os.write(self._wakes, b".")
        super().disable_input()
        os.read(self._woken, _AT_ONCE)

    def run_input_thread(self) -> None:
        """Hand on what is typed until the driver stops or the terminal is gone."""
        try:
            self._hand_on_all()
        except Exception as error:  # noqa: BLE001 (it is raised again where it is reported)
            self._terminal_app.call_later(_raise, error)

    def _hand_on_all(self) -> None:
        decode = codecs.getincrementaldecoder(self._encoding)(errors="replace").decode
        parser, escapes = XTermParser(), EscapeKeys()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                wait = constants.ESCAPE_DELAY if escapes.waits else _TICK
                ready = {key.fd for key, _ in selector.select(0 if self._typed_first else wait)}
                if self._woken in ready:
                    continue
                if not ready and escapes.waits:
                    self._hand_on(_keys_of(escapes.give_up(), parser), escapes)
                data = self._read() if ready or self._typed_first else b""
                if ready and not data:
                    self._is_gone()
                    return
                try:
                    for part in escapes.split(decode(data)):
                        self._hand_on(_keys_of(part, parser), escapes)
                    self._hand_on(parser.tick(), escapes)
                except (ArithmeticError, LookupError, ValueError):
                    # A sequence that no terminal sends: the parser cannot go on after it.
                    parser = XTermParser()

    def _hand_on(self, messages: Iterable[Message], escapes: EscapeKeys) -> None:
        for message in messages:
            if isinstance(message, Paste):
                escapes.end_paste()
            self.process_message(message)

    def _read(self) -> bytes:
        """Return what is typed; nothing where the terminal is gone."""
        data, self._typed_first = self._typed_first, b""
        if data:
            return data.replace(b"\n", b"\r")
        try:
            data = os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""
        before, rest = data[: self._typed_before], data[self._typed_before :]
        self._typed_before -= len(before)
        # For a shell, the terminal had made a line end of enter.
        return before.replace(b"\n", b"\r") + rest

    def _is_gone(self) -> None:
        self._end(GONE)

    def _on_suspend(self, *_signal_and_frame: object) -> None:
        """Have the program stop: now, or where the terminal is taken when nothing is written."""
        if self._taken:
            self._between_writes(self._suspend)
        else:
            standing.leave()
            foreground.stop_until_resumed(self.fileno)

    def _suspend(self) -> None:
        """Leave the terminal as it was found, and stop."""
        if self._taken:
            self.suspend_application_mode()
            self._away = False
        foreground.stop_until_resumed(self.fileno)

    def _on_resume(self, *_signal_and_frame: object) -> None:
        if self._started:
            self._between_writes(self._resume)

    def _resume(self) -> None:
        """Take the terminal again, whatever stood on it meanwhile; whoever has it goes on.

        Where it is to go on in the background, it stops again, unless that is to end it.
        """
        if self._away or self._code is not None:
            return
        if foreground.lacks_foreground(self.fileno):
            foreground.stop_in_background()
            return
        if self._taken:
            # Stopped by somebody else, who left the terminal as it stood.
            self.suspend_application_mode()
        self.resume_application_mode()
        self._terminal_app.post_message(self.SignalResume())

    def _between_writes(self, act: Callable[[], None]) -> None:
        """Do what writes to the terminal because of a signal, which may come amid a writing.

        That would wait for itself: for the lock that it has already.
        """
        with suppress(RuntimeError):  # It has ended.
            self._loop.call_soon_threadsafe(act)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._away and number in _FOR_THE_EDITOR:
            return
        self._end(128 + number)

    def _end(self, code: int) -> None:
        """Have the application end; where it does not, put the terminal right and end."""
        self._code = code
        if not self._away:
            threading.Thread(target=self._watch, args=(code,), daemon=True).start()
        with suppress(RuntimeError):  # It has ended.
            self._loop.call_soon_threadsafe(self._terminal_app.leave, code)

    def _watch(self, code: int) -> None:
        threading.Event().wait(PATIENCE)
        if self._as_found is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._as_found)
        with suppress(OSError, AttributeError):
            output = sys.__stderr__.fileno()  # type: ignore[union-attr]
            os.set_blocking(output, False)
            try:
                os.write(output, _END_MODES)
            finally:
                os.set_blocking(output, True)
        os._exit(code)


class EscapeAnd(Key):
    """An escape key and another that was read with it: the two, or alt and that one."""


def _keys_of(part: str, parser: XTermParser) -> Iterable[Message]:
    """Return what a part of the input says; see `EscapeKeys.split`."""
    if not is_escape(part):
        return parser.feed(part)
    keys = [key for key in (parser.feed(part[1:]) if part[1:] else ()) if isinstance(key, Key)]
    return [EscapeAnd(key.key, key.character) for key in keys] or [Key("escape", ESCAPE)]


def _waiting(terminal: int) -> int:
    """Return how many bytes were typed and wait to be read; of a shell's line once it has ended."""
    try:
        waiting = fcntl.ioctl(terminal, termios.FIONREAD, bytes(4))
    except OSError:
        return 0
    return int.from_bytes(waiting, sys.byteorder)


def _raise(error: Exception) -> None:
    raise error


class _Unfailing:
    """The terminal to write to: what cannot be written is dropped, and said once."""

    def __init__(self, file: IO[str], fails: Any) -> None:
        self._file = file
        self._fails = fails
        self._failed = False

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except (OSError, ValueError):
            self._fail()

    def flush(self) -> None:
        try:
            self._file.flush()
        except (OSError, ValueError):
            self._fail()

    def fileno(self) -> int:
        return self._file.fileno()

    def _fail(self) -> None:
        if not self._failed:
            self._failed = True
            self._fails()
