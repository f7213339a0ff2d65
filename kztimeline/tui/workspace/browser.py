"""Opening an address in the reader's web browser."""

from __future__ import annotations

import webbrowser

from kztimeline.text.visible import is_web_address


def open_in_browser(address: str) -> bool:
    """Open an address in a browser; return False where there is none to open it.

    A browser that draws in the terminal counts as none: it would draw over the screen.
    Only web addresses are opened, whatever else a file may call an address.
    """
    if not is_web_address(address):
        return False
    try:
        browser = webbrowser.get()
        return not _in_terminal(browser) and browser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _in_terminal(browser: webbrowser.BaseBrowser) -> bool:
    if isinstance(browser, webbrowser.UnixBrowser):
        return not (browser.background or browser.redirect_stdout)
    return type(browser) is webbrowser.GenericBrowser
