"""A frame that stands on the terminal until the screen takes over, and how it is taken away.

What the first key leads to is drawn in its place, where that is kept, too. Keys typed
meanwhile wait, unseen, for who reads them next. ctrl+c, a signal, a suspension or an error
first put the terminal back as it was found.
"""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from kztimeline.tui.first_frame.frame import Frame, sequences

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from kztimeline.tui.first_frame.first_key import FirstKey

ALTERNATE_SCREEN: Final = "\x1b[?1049h"
_ENTER: Final = f"{ALTERNATE_SCREEN}\x1b[?25l\x1b[?7l"
_LEAVE: Final = b"\x1b[?7h\x1b[?1049l\x1b[?25h"
_INPUT, _OUTPUT = 0, 2
_SIGNALS: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP)

_found: list[Any] | None = None
"""How the terminal was found, while keys wait unseen for who reads them."""
_drawn = False
"""Whether a frame stands on it as well."""
_first_key: FirstKey | None = None
"""Reads what is typed first, where it may lead to another frame."""


def stands() -> bool:
    """Tell whether a frame stands on the terminal."""
    return _found is not None and _drawn


def put(frame: Frame) -> None:
    """Put the terminal in order and draw a frame on it.

    Raises:
        OSError, termios.error: it is none.
    """
    global _drawn
    hush()
    _drawn = True
    try:
        _write((_ENTER + sequences(frame)).encode())
    except BaseException:
        leave()
        raise


def await_key(led_to: Callable[[str], Frame | None]) -> None:
    """Draw what the first key leads to in place of the frame that stands.

    Args:
        led_to: Returns that for the name of a key; None where it is not known.
    """
    global _first_key
    # Loaded when the first frame stands already.
    from kztimeline.tui.first_frame.first_key import FirstKey

    def draw(key: str) -> None:
        frame = led_to(key)
        if frame is not None and frame.size == os.get_terminal_size(_OUTPUT):
            _write(sequences(frame).encode())

    _first_key = FirstKey(draw)


def typed_first() -> bytes:
    """Return what was typed first and has been read; whoever asks reads what follows."""
    return b"" if _first_key is None else _first_key.stop()


def hush() -> None:
    """Have keys wait unseen for who reads them next, though nothing is drawn as yet.

    Raises:
        OSError, termios.error: it is no terminal.
    """
    global _found, _drawn
    found = termios.tcgetattr(_INPUT)
    for number in _SIGNALS:
        # What is ignored, as under nohup, stays ignored.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _on_signal)
    _found, _drawn = found, False
    try:
        termios.tcsetattr(_INPUT, termios.TCSANOW, _unseen(found))
    except BaseException:
        leave()
        raise


def leave() -> None:
    """Leave the terminal as it was found, and without the frame that stands on it."""
    global _found
    drawn, found, _found = stands(), _found, None
    if found is None:
        return
    typed_first()
    with suppress(termios.error):
        termios.tcsetattr(_INPUT, termios.TCSANOW, found)
    if not drawn:
        return
    with suppress(OSError):
        # A terminal that takes nothing holds nobody up.
        os.set_blocking(_OUTPUT, False)
        try:
            os.write(_OUTPUT, _LEAVE)
        finally:
            os.set_blocking(_OUTPUT, True)


def hand_over() -> list[Any] | None:
    """Return how the terminal was found, to who has it from now on; None where it is as it was."""
    global _found
    found, _found = _found, None
    return found


def found() -> list[Any] | None:
    """Return how the terminal was found, while keys wait unseen or a frame stands on it."""
    return _found


def _unseen(attributes: list[Any]) -> list[Any]:
    """Return the attributes with which keys are handed on one by one and not shown.

    ctrl+c and ctrl+z stay signals: as long as nothing reads keys, there is no other way out.
    """
    changed = list(attributes)
    changed[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
    changed[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    changed[6] = list(changed[6])
    changed[6][termios.VMIN] = 1
    return changed


def _write(data: bytes) -> None:
    rest = memoryview(data)
    while rest and stands():
        rest = rest[os.write(_OUTPUT, rest) :]


def _on_signal(number: int, _frame: FrameType | None) -> None:
    leave()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    if number == signal.SIGTSTP:
        os.kill(os.getpid(), signal.SIGSTOP)
    else:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
