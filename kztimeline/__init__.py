"""A timeline explorer for the terminal, with evidence for every event.

In Python: `import kztimeline as kzt; kzt.load().query("in:2012")`; see `kztimeline.api`.
Imports nothing by itself: every command pays for what is imported here. What type checkers
see of it stands in `__init__.pyi`.
"""

__version__ = "0.1.0"
_OFFERED = (
    "Date",
    "DateError",
    "Event",
    "Events",
    "FileError",
    "QueryError",
    "Timeline",
    "load",
)


def __getattr__(name: str) -> object:
    """Return a name of the API, which is imported when it is first asked for (PEP 562)."""
    if name not in _OFFERED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("kztimeline.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_OFFERED})
