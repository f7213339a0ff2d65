"""The reference of every key of a timeline file, as Markdown, made from the model."""

from __future__ import annotations

from typing import Any, Final

from kztimeline.loading.file_format.meanings import FIELD_MEANINGS
from kztimeline.loading.file_format.schema import definitions
from kztimeline.timeline.model import Document, TimelineFile

_HEADINGS: Final = {
    "TimelineFile": "The file",
    "Heading": "Heading of the timeline",
    "Refusal": "Refused host",
    "Document": "Card of a document",
}
_HEAD: Final = """\
# The fields of a timeline file

`kzt help file` prints this. Every value is text, save whole numbers. Keys in **bold** must be
there; a key that is not listed is an error. `kzt schema` writes the same as a JSON Schema for
editors. What became of each date in a document stands in its card beside the timeline, in the
folder `seeds`; the keys of cards come last. Several timelines in one folder keep their cards
apart by folders of their own: `war-seeds` for war.yaml.
"""


def reference() -> str:
    """Return the reference: a table for each kind of entry."""
    entries = definitions(TimelineFile) | definitions(Document)
    return "\n".join([_HEAD, *(_table(name, schema) for name, schema in entries.items())])


def _table(name: str, schema: dict[str, Any]) -> str:
    head = ["| key | is | means |", "|---|---|---|"]
    lines = [f"## {_heading(name)}", "", FIELD_MEANINGS[name][""], "", *head]
    for key, value in schema["properties"].items():
        bold = f"**`{key}`**" if key in schema["required"] else f"`{key}`"
        meaning = value["description"].replace("|", r"\|")
        lines.append(f"| {bold} | {_kind(value)} | {meaning} |")
    return "\n".join(lines) + "\n"


def _heading(name: str) -> str:
    return _HEADINGS.get(name, name)


def _kind(value: dict[str, Any]) -> str:
    """Return in words what a value may be."""
    if "allOf" in value:
        return _of(value["allOf"][0])
    if "anyOf" in value:
        return _kind({**value["anyOf"][0]})
    if "$ref" in value:
        return _of(value)
    if "enum" in value:
        return " or ".join(f"`{each}`" for each in value["enum"] if each is not None)
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}{_bounds(value, 'minItems', 'maxItems')}"
    return _scalar(value)


def _scalar(value: dict[str, Any]) -> str:
    kinds = value.get("type")
    if kinds == "integer":
        return f"whole number{_bounds(value, 'minimum', 'maximum')}"
    if "examples" in value:
        return "date" if "2012" in value["examples"] else "span"
    if value.get("maxLength") == 1:
        return "letter"
    if "pattern" in value and "[a-z0-9]" in value["pattern"]:
        return "id"
    if "maxLength" in value:
        return f"text of at most {value['maxLength']} characters"
    return "text"


def _bounds(value: dict[str, Any], least: str, most: str) -> str:
    if most in value:
        return f", {value[least]} to {value[most]}"
    return f", at least {value[least]}" if value.get(least) else ""


def _of(schema: dict[str, Any]) -> str:
    return f"[{_heading(schema['$ref'].rpartition('/')[2]).lower()}](#{_anchor(schema)})"


def _anchor(schema: dict[str, Any]) -> str:
    heading = _heading(schema["$ref"].rpartition("/")[2])
    return "".join(c for c in heading.lower().replace(" ", "-") if c.isalnum() or c == "-")
