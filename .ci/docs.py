"""Write the parts of docs/ that are made from the program.

usage: python .ci/docs.py [--check]     with --check: name what is out of date, exit 1 if any is
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kztimeline.loading.file_format.reference import reference
from kztimeline.loading.file_format.schema import timeline_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"

MADE: dict[str, Callable[[], bytes]] = {
    "events.schema.json": timeline_schema,
    "fields.md": lambda: reference().encode(),
}


def main() -> int:
    """Write the files, or check them."""
    stale = [name for name, make in MADE.items() if not _is(DOCS / name, make())]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/{name} is out of date: run python .ci/docs.py")
        return int(bool(stale))
    for name in stale:
        (DOCS / name).write_bytes(MADE[name]())
    return 0


def _is(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main())
