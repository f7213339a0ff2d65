"""Events, or a list, as one page for the browser and the printer, which needs no network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kztimeline.export.page.document import whole_page
from kztimeline.export.page.markup import element, text
from kztimeline.export.plain_lists import cell_text

if TYPE_CHECKING:
    from kztimeline.export.plain_lists import PlainList
    from kztimeline.export.records import Export

_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.4 system-ui,sans-serif;margin:1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid;padding:.2rem .5rem;text-align:left;"
    "vertical-align:top}"
)


def write(export: Export) -> bytes:
    """Return the page."""
    return whole_page(export).encode()


def write_list(listed: PlainList) -> bytes:
    """Return a page with a list as a table, without any script."""
    header = "".join(element("th", text(name), scope="col") for name in listed.columns)
    rows = "".join(
        f"{_row(element('td', text(cell_text(row[name]))) for name in listed.columns)}\n"
        for row in listed.rows
    )
    name = text(listed.name[0].upper() + listed.name[1:])
    table = f"{element('thead', _row([header]))}\n{element('tbody', rows)}"
    head = f'<meta charset="utf-8">{element("title", name)}<style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n'
        f"{element('h1', name)}\n{element('table', table)}\n</body>\n</html>\n"
    ).encode()


def _row(cells: Iterable[str]) -> str:
    return element("tr", "".join(cells))
