"""Plain text put into Markdown so that it is shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kztimeline.text.cells import clean
from kztimeline.text.visible import web_address

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_MARKDOWN_START = re.compile(r"^(\d*)([#+\-.)])(?=[\s#+\-]|$)")


def table_row(cells: Iterable[str]) -> str:
    """Return a row of a table; what stands in the cells is escaped already."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is within a line."""
    return _MARKDOWN.sub(r"\\\g<0>", clean(text))


def opening(text: str) -> str:
    """Return text that Markdown shows as it is at the beginning of a paragraph."""
    return _MARKDOWN_START.sub(r"\1\\\2", escaped(text))


def markdown_link(address: str) -> str:
    """Return an address as a link that shows itself; as text what is not a web address."""
    target = web_address(address)
    return f"<{target}>" if target else escaped(address)
