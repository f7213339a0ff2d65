"""What Textual would load that this screen never uses: a seventh of the time its modules take."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

TLS: Final = "ssl"
"""For connections, of which there are none; asyncio does without it where Python has none."""
PALETTE: Final = "textual.command"
"""Textual's command palette with the widgets it is made of: this program has one of its own."""


class _Empty(ModuleType):
    """A module that has an empty class for every name."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def unused_left_out() -> Iterator[None]:
    """Have Textual loaded without them; whoever imports them later is given what they are."""
    absent: dict[str, ModuleType | None] = {TLS: None, PALETTE: _Empty(PALETTE)}
    absent = {name: module for name, module in absent.items() if name not in sys.modules}
    # None is how Python is told that there is no such module.
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
