"""Writing YAML of the kind that timelines are written in.

Texts that some reader of YAML would take for numbers, days or truths stand in quotes.
"""

from __future__ import annotations

from typing import Any

import yaml

from kztimeline.loading.checks.quoting import taken_for

_WIDTH = 100


class Quoted(str):
    """A text that is written in quotes, whatever it is."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        return True


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    quoted = isinstance(text, Quoted) or taken_for(text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), "'" if quoted else None)


_Dumper.add_representer(str, _as_text)
_Dumper.add_representer(Quoted, _as_text)


def dump(data: Any) -> str:
    """Return plain values as YAML, the keys in their order."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def scalar(text: str) -> str:
    """Return a text as it stands after a key, on one line."""
    written = yaml.dump(
        [text], Dumper=_Dumper, allow_unicode=True, width=float("inf"), default_flow_style=False
    )
    return written.removeprefix("- ").rstrip("\n")


def comment(text: str, indent: int = 0) -> str:
    """Return lines of text as comments."""
    lead = " " * indent + "#"
    return "".join(f"{lead} {line}".rstrip() + "\n" for line in text.splitlines())
