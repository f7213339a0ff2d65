"""Hyperlinks of a terminal: a text that leads to a web page where the terminal knows how (OSC 8).

The sequence is that of https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda; a
terminal that does not know it shows the text alone.
"""

from __future__ import annotations

from kztimeline.text.visible import web_address


def target_of(address: str | None) -> str:
    """Return where a hyperlink leads, in ASCII; nothing where the address is not a web page's."""
    return "".join(
        letter if letter.isascii() else "".join(f"%{byte:02X}" for byte in letter.encode())
        for letter in web_address(address or "")
    )


def hyperlink(text: str, address: str | None) -> str:
    """Return a text as a hyperlink; as it is where the address is not a web page's."""
    target = target_of(address)
    return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\" if target else text
