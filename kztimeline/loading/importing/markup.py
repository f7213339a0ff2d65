"""What a piece of HTML links to, and what it shows, however its addresses are written."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_SHOW: Final = frozenset({"img", "iframe", "video", "audio", "embed", "source"})


class Markup(HTMLParser):
    """Reads a piece of HTML, of which an address may be in quotes of either kind or in none.

    Attributes:
        links: The addresses that it links to, each with the words of the link.
        shown: The addresses of the pictures, films and sounds that it shows.
    """

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.shown: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of a link, or of something shown."""
        values = dict(attrs)
        if tag == "a":
            address = (values.get("href") or "").strip()
            self._open = bool(address)
            if address:
                self.links.append((address, ""))
        elif tag in _SHOW and (shown := values.get("src")):
            self.shown.append(shown.strip())
        self._add(" " if tag == "br" else "")

    def handle_endtag(self, tag: str) -> None:
        """End the words of a link."""
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        """Add words to those of the link in which they stand."""
        self._add(data)

    def _add(self, words: str) -> None:
        if self._open:
            address, before = self.links[-1]
            self.links[-1] = address, before + words


def markup_of(text: str) -> Markup:
    """Return what was read of a piece of HTML."""
    markup = Markup()
    markup.feed(text)
    markup.close()
    return markup
