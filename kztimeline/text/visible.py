"""The one way out for every text that did not come from the program.

Names of files, dates, titles, notes, words of a query: what a terminal would obey, what
turns the order of letters round, and what takes no room and so could hide, is replaced,
and a line end in a name begins no line of its own.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from kztimeline.text.letters.unseen import STRANGE, in_place
from kztimeline.text.patterns import pattern

_HALVES: Final = pattern("[\ud800-\udfff]")  # of a pair: bytes of a name that are not text
_STRAY: Final = pattern("[\udc80-\udcff]")  # such a byte, as Python has it
_NOT_SHOWN: Final = pattern(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff]|{STRANGE}")
_WEB: Final = ("http", "https")
_IN_ADDRESS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in " \\^`{|}"})
_IN_NO_ADDRESS: Final = frozenset('"<>')
_LONGEST: Final = 2_000
"""Characters that a line of a message may have."""


def visible(text: str) -> str:
    """Return `text` in one line of as many characters: a space for each that does not show."""
    if (text.isascii() and text.isprintable()) or not _NOT_SHOWN.search(text):
        return text
    return in_place(_HALVES.sub(" ", text))


def visible_lines(text: str) -> str:
    """Return the same of a text of several lines, which the program has laid out."""
    if not _NOT_SHOWN.search(text):
        return text
    return "\n".join(map(visible, text.split("\n")))


def bounded(line: str) -> str:
    """Return a line without its middle, where what was typed or named makes it endless."""
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[:half]} … {line[-half:]}"


def stray_byte(text: str) -> str:
    """Return the first byte of an argument or a name that is no UTF-8, '0xFF'; else nothing."""
    found = None if text.isascii() else _STRAY.search(text)
    return f"0x{ord(found[0]) & 0xFF:02X}" if found else ""


def with_stray_bytes(text: str) -> str:
    """Return `text` with each byte that is no UTF-8 as a shell has it, in hex."""
    return _STRAY.sub(lambda half: f"\\x{ord(half[0]) & 0xFF:02x}", text)


def json_text(text: str) -> str:
    """Return JSON with an escape for each character that does not show; it says the same."""
    return "\n".join(_NOT_SHOWN.sub(_escape, line) for line in text.split("\n"))


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def is_web_address(text: str) -> bool:
    """Tell whether a text may become a link as it stands: a web address, and nothing else.

    A file may call anything an address: `javascript:`, `file:`, `data:` never become one.
    """
    return bool(text) and web_address(text) == text


def percent_encoded(address: str) -> str:
    """Return an address with %20 and the like for a space and what else cannot stand in one."""
    return address.translate(_IN_ADDRESS)


def web_address(text: str) -> str:
    """Return where a link with this address leads; nothing where it is no web address.

    It is percent-encoded where it has to be.
    """
    if visible(text) != text or not _IN_NO_ADDRESS.isdisjoint(text):
        return ""
    written = percent_encoded(text)
    try:
        parts = urlsplit(written)
        is_web = parts.scheme.lower() in _WEB and bool(parts.hostname)
    except ValueError:
        return ""
    return written if is_web and parts.netloc in text else ""
