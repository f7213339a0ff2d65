"""Write the tables of docs/formats.md from the program; with --check, say whether they are so."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kztimeline.export.columns import COLUMNS
from kztimeline.export.formats.registry import FORMATS
from kztimeline.export.markdown import escaped, table_row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"


def formats() -> str:
    """Return the table of formats."""
    lines = [
        table_row(["format", "files", "what it is", "what it does not carry"]),
        "|---|---|---|---|",
    ]
    for each in FORMATS:
        files = " ".join(f"`{suffix}`" for suffix in each.suffixes)
        lines.append(
            table_row([f"`{each.name}`", files, escaped(each.about), escaped(each.lacks) or "–"])
        )
    return "\n".join(lines)


def columns() -> str:
    """Return the table of columns."""
    lines = [table_row(["column", "type", "what it holds"]), "|---|---|---|"]
    lines += [
        table_row([f"`{each.name}`", each.type, escaped(each.description)]) for each in COLUMNS
    ]
    return "\n".join(lines)


def filled(text: str) -> str:
    """Return the page with its tables made anew."""
    for name, table in (("formats", formats()), ("columns", columns())):
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda match, table=table: f"{match[1]}{table}\n{match[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf-8")
    after = filled(before)
    if "--check" in sys.argv:
        sys.exit(before != after)
    PAGE.write_text(after, encoding="utf-8")
