"""Text and elements as HTML in which nothing that a text holds is obeyed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kztimeline.text.cells import clean
from kztimeline.text.visible import web_address

if TYPE_CHECKING:
    from kztimeline.export.records import DateRecord


def text(words: str) -> str:
    """Return text as HTML shows it, in an element or an attribute."""
    return escape(clean(words), quote=True)


def element(tag: str, content: str, **attributes: str | int | None) -> str:
    """Return an element around content that is HTML already; an attribute of None is left out.

    Attributes are named as in HTML, with `_` for `-` and one at the end where Python has
    a word of that name.
    """
    return f"<{tag}{_attributes(attributes)}>{content}</{tag}>"


def _attributes(attributes: dict[str, str | int | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )


def link(address: str, content: str | None = None) -> str:
    """Return an address as a link, or as text where it does not lead to a page."""
    shown = text(address) if content is None else content
    target = web_address(address)
    if not target:
        return shown if content is None else f"{shown} ({text(address)})"
    return element("a", shown, href=target, rel="noopener noreferrer")


def time(date: DateRecord) -> str:
    """Return a date in words; where HTML can say the same no finer, for machines, too."""
    exact = date.earliest == date.latest and not date.qualifier
    month = date.precision == "month" and "/" not in date.edtf and not date.qualifier
    machine = date.earliest if exact else date.edtf if month else None
    if machine is None:
        return element("span", text(date.words), class_="date-words", title=date.edtf)
    return element("time", text(date.words), datetime=machine)
