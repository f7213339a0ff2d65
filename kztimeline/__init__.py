"""A timeline explorer for the terminal, with evidence for every event.

In Python: `import kztimeline as kzt; kzt.load().query("in:2012")`; see `kztimeline.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kztimeline.api import Date as Date
    from kztimeline.api import Event as Event
    from kztimeline.api import Events as Events
    from kztimeline.api import FileError as FileError
    from kztimeline.api import QueryError as QueryError
    from kztimeline.api import Timeline as Timeline
    from kztimeline.api import load as load

__version__ = "0.1.0"
_OFFERED = ("Date", "Event", "Events", "FileError", "QueryError", "Timeline", "load")


def __getattr__(name: str) -> Any:
    """Return a name of the API, which is imported when it is first asked for (PEP 562)."""
    if name not in _OFFERED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("kztimeline.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_OFFERED})
