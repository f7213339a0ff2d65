"""Events as one page for the browser and the printer, which needs no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.page.document import whole_page

if TYPE_CHECKING:
    from kztimeline.export.records import Export


def write(export: Export) -> bytes:
    """Return the page."""
    return whole_page(export).encode()
