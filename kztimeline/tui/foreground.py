"""The foreground of the terminal, which who draws on it waits for, as all such programs do."""

from __future__ import annotations

import errno
import os
import signal
import termios


def lacks_foreground(terminal: int) -> bool:
    """Tell whether the program was put in the background, where the terminal is another's."""
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:
        # It is not the terminal that it was started on, which alone has a foreground.
        return False


def await_foreground(terminal: int) -> bool:
    """Wait, stopped, until the program is in the foreground of its terminal.

    Only before it has handlers of signals and threads: until then whatever is sent to it
    meanwhile ends it.

    Returns:
        Whether it is there; not where nobody is left who could bring it there.
    """
    while lacks_foreground(terminal):
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        try:
            # Of what only the foreground may ask of a terminal, this alone changes nothing of it:
            # attributes read now would be those of a shell that is being typed to.
            termios.tcdrain(terminal)
            break
        except termios.error as error:
            if error.args[0] != errno.EINTR:
                return False
    return True


def stop_in_background() -> None:
    """Stop, as the terminal has who writes to it from the background stop.

    Who started the program is stopped, too, so that the shell says so; where there is none that
    could bring it to the foreground, nobody is.
    """
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.killpg(0, signal.SIGTTOU)


def stop_until_resumed(terminal: int) -> None:
    """Stop until a shell has the program go on.

    Who started it, and stands between it and the shell, is stopped with it: else the shell
    would wait for that one. Where nobody gave the group this terminal, others are left alone.
    """
    try:
        whole = os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        whole = False
    if whole:
        os.killpg(0, signal.SIGSTOP)
    else:
        os.kill(os.getpid(), signal.SIGSTOP)
