"""Our screens and widgets keep out of the private names of Textual's.

Textual keeps its own state under names with one underscore in the very objects that we extend.
To set one of these unawares (``_closing``, once) stops the application without an error.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from functools import cache

import pytest
from textual.dom import DOMNode

import kztimeline.tui

MEANT = {
    ("ScrolledLines", "_vertical_scrollbar"),
    ("SpanScreen", "_compositor_refresh"),
    ("SpanScreen", "_compositor"),
    ("UnthrottledScreen", "_update_timer"),
    ("UnthrottledScreen", "_on_timer_update"),
    ("Offers", "_default_virtual_size"),
    ("LineInput", "_default_virtual_size"),
    ("TimelineApp", "_check_bindings"),
}
"""What is set on purpose: a scroll bar and a compositor of ours in the place of Textual's, no
paint unseen, no wait for a paint but for what belongs to it, a size that lays nothing out, and no
search for what a letter is bound to before any widget has it.
"""

ASSIGNED = re.compile(r"\bself\.(_\w+)\s*(?::[^=\n]+)?=[^=]")


def _subclasses(base: type) -> set[type]:
    found: set[type] = set(base.__subclasses__())
    return found.union(*map(_subclasses, found)) if found else found


def _ours() -> list[type]:
    for module in pkgutil.walk_packages(kztimeline.tui.__path__, "kztimeline.tui."):
        importlib.import_module(module.name)
    mine = [kind for kind in _subclasses(DOMNode) if kind.__module__.startswith("kztimeline.")]
    return sorted(mine, key=lambda kind: kind.__qualname__)


def test_all_our_classes_are_looked_at() -> None:
    assert len(_ours()) > 20


class _Empty(DOMNode):
    """What Textual itself writes into every class that extends one of its own."""


@cache
def _private(kind: type) -> set[str]:
    own = {name for name in vars(kind) if re.match(r"_[a-z]", name) and name not in vars(_Empty)}
    return own | set(ASSIGNED.findall(inspect.getsource(kind)))


@pytest.mark.parametrize("kind", _ours(), ids=lambda kind: kind.__qualname__)
def test_no_private_name_is_taken_twice(kind: type) -> None:
    inherited = {
        name: base
        for base in kind.__mro__[1:]
        if base.__module__.startswith("textual.")
        for name in _private(base)
    }
    meant = {name for of, name in MEANT if of == kind.__qualname__}
    assert meant <= inherited.keys()
    taken = sorted((_private(kind) & inherited.keys()) - meant)
    assert not taken, [f"{name}, of {inherited[name].__qualname__}" for name in taken]
