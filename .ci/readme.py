"""Write the parts of README.md that are made from the program: counts and keys.

usage: python .ci/readme.py [--check]     with --check: exit 1 if README.md is out of date
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path

from kztimeline.loading.cache import load_timeline
from kztimeline.timeline.counts import as_table, count_events
from kztimeline.tui.actions.action import key_name
from kztimeline.tui.commands import ACTIONS

ROOT = Path(__file__).resolve().parent.parent


def counts() -> str:
    """Return the counts of the built-in timeline in one line; docs/counts.md has all."""
    timeline = load_timeline(ROOT / "events.yaml")
    return as_table(timeline, count_events(timeline)).partition("\n")[0] + "\n"


def keys() -> str:
    """Return the registry of actions as a Markdown table: a row for each heading of the help."""
    rows = ["| | keys |", "|---|---|"]
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        named = [f"{_code(action.keys[0])} {action.label}" for action in actions if action.keys]
        rows.append(f"| {group} | {' · '.join(named)} |")
    return "\n".join(rows) + "\n"


def _code(key: str) -> str:
    return f"`{key_name(key)}`".replace("|", r"\|")


def filled(readme: str) -> str:
    """Return the README with its generated parts made anew."""
    for name, text in (("counts", counts()), ("keys", keys())):
        part = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        readme, found = part.subn(lambda match, text=text: match[1] + text + match[2], readme)
        if found != 1:
            sys.exit(f"README.md has {found} parts between <!-- {name} --> and <!-- /{name} -->")
    return readme


def main() -> int:
    """Write README.md, or check it."""
    path = ROOT / "README.md"
    before = path.read_text(encoding="utf-8")
    after = filled(before)
    if "--check" in sys.argv:
        return int(before != after)
    path.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
