"""A YAML file read so that every value knows its line and column.

Composed to nodes, never constructed: every scalar stays the text that stands in
the file (`1991`, `NO`, `1991-12-16`), save an empty value, which is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from kztimeline.files import read_bytes
from kztimeline.findings import FileError, Finding, whole_file

MAXIMUM_DEPTH = 20
Place: TypeAlias = tuple[str | int, ...]

_NULL = "tag:yaml.org,2002:null"
_STANDARD_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map", "null"))
_KINDS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_CUT = re.compile(r"\s+#")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_OPENING = re.compile(r"[\[{]")


class _NodeLoader(yaml.CSafeLoader):
    """PyYAML's C loader with every implicit type but null switched off."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode and implicit[0] and value in ("", "~", "null"):
            return _NULL
        return _KINDS[kind]

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Do nothing: no path resolvers are in use."""

    def ascend_resolver(self) -> None:
        """Do nothing: no path resolvers are in use."""


@dataclass(slots=True)
class YamlFile:
    """A composed file: its plain values, and what was wrong with its form.

    `data` holds dicts, lists, strings and None. `findings` lists duplicate keys,
    aliases, tags and cut values, each with its place.
    """

    path: Path
    text: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)
    _root: yaml.Node | None = None
    _lines: list[str] | None = None

    def finding(self, place: Place, problem: str, remedy: str) -> Finding:
        """Return a finding at the value (or else the key, or the parent) of `place`."""
        line, column = self.position(place)
        return self.finding_at(line, column, problem, remedy)

    def finding_at(self, line: int, column: int, problem: str, remedy: str) -> Finding:
        """Return a finding at a line and column, both counted from 1."""
        return Finding(str(self.path), line, column, problem, remedy, self.line(line))

    def line(self, number: int) -> str:
        """Return one line of the file, counted from 1."""
        if self._lines is None:
            self._lines = _NEWLINE.split(self.text)
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def position(self, place: Place) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `place` or its nearest parent."""
        node = self._root
        mark = node.start_mark if node is not None else None
        for step in place:
            child = _child(node, step)
            if child is None:
                break
            node, mark = child
        return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)

    def note(self, mark: yaml.Mark, problem: str, remedy: str) -> None:
        """Add a finding at a mark of the parser."""
        self.findings.append(self.finding_at(mark.line + 1, mark.column + 1, problem, remedy))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        if step < len(node.value):
            child = node.value[step]
            return child, child.start_mark
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, (key if _is_collection(value) else value).start_mark
    return None


def _is_collection(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode)


def read_yaml(path: Path) -> YamlFile:
    """Read and compose `path`.

    Raises:
        FileError: the file cannot be read, is no UTF-8 text, or is no YAML.
    """
    return compose_yaml(path, read_bytes(path))


def compose_yaml(path: Path, content: bytes) -> YamlFile:
    """Compose the content of a file; `path` names it in messages.

    Raises:
        FileError: the content is no UTF-8 text, or no YAML.
    """
    file = YamlFile(path, decode(path, content))
    _refuse_controls(file)
    try:
        _refuse_depth(file)
        file._root = yaml.compose(file.text, Loader=_NodeLoader)
    except yaml.MarkedYAMLError as error:
        raise FileError([_syntax_finding(file, error)]) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise whole_file(path, f"the file is not YAML: {reason}", "Correct its form.") from None
    if file._root is None:
        raise whole_file(
            path, "the file is empty", "Write the keys timeline, tracks, topics and events."
        )
    file.data = _Plain(file).value(file._root)
    file.findings.sort()
    return file


def decode(path: Path, content: bytes) -> str:
    """Return UTF-8 `content` as text, a byte order mark removed.

    Raises:
        FileError: it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problem = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        remedy = "Save the file as UTF-8 text."
        raise FileError([Finding(str(path), line, column, problem, remedy)]) from None


def _refuse_controls(file: YamlFile) -> None:
    """Raise FileError for a control character."""
    if match := _CONTROL.search(file.text):
        line = file.text.count("\n", 0, match.start()) + 1
        column = match.start() - file.text.rfind("\n", 0, match.start())
        problem = f"the file holds the control character U+{ord(match[0]):04X}"
        remedy = "This is no text file, or it is damaged; remove the character."
        raise FileError([file.finding_at(line, column, problem, remedy)])


def _refuse_depth(file: YamlFile) -> None:
    """Raise FileError for brackets nested without end, or the parser's own error before."""
    depth = 0
    for event in yaml.parse(file.text, Loader=_NodeLoader) if _suspicious(file.text) else ():
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        mark = event.start_mark
        if depth > MAXIMUM_DEPTH and mark is not None:
            raise FileError([_too_deep(file, mark.line + 1, mark.column + 1)])


def _too_deep(file: YamlFile, line: int, column: int) -> Finding:
    remedy = f"A timeline file is at most {MAXIMUM_DEPTH} levels deep."
    problem = "lists or mappings are nested too deeply here"
    return file.finding_at(line, column, problem, remedy)


def _suspicious(text: str) -> bool:
    """Tell whether some line could open more levels than any timeline file has."""
    return any(
        len(_OPENING.findall(line)) > MAXIMUM_DEPTH or line.startswith("- " * MAXIMUM_DEPTH)
        for line in text.split("\n")
    )


def _syntax_finding(file: YamlFile, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "the file is not YAML"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "nesting depth" in problem:  # PyYAML 6.0.4 has a limit of its own
        return _too_deep(file, line, column)
    remedy = "Quote the value with '…' if it holds ': ' or starts with a special sign."
    if "\t" in file.line(line):
        remedy = "Indent with spaces; YAML does not allow tabs there."
    elif "document" in problem or "stream" in problem or "block end" in problem:
        remedy = "Check the indentation here and that nothing is cut off or left open."
    return file.finding_at(line, column, f"not valid YAML: {problem}", remedy)


class _Plain:
    """Turns nodes into plain values, noting what must not stand in the file."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: yaml.Node) -> Any:
        """Return the plain value of `node`."""
        if node.tag not in _STANDARD_TAGS:
            self.file.note(node.start_mark, f"the tag {node.tag} is not allowed", "Remove it.")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self.seen:
            problem = "an alias repeats what stands elsewhere"
            self.file.note(node.start_mark, problem, "Write the values out; remove & and *.")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self._mapping(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.tag == _NULL:
            return None
        if not node.style and _CUT.match(
            self.file.line(node.end_mark.line + 1), node.end_mark.column
        ):
            self.file.note(
                node.end_mark,
                "the value is cut here: YAML takes ' #' for the start of a comment",
                "Quote the whole value with '…', or put the comment on a line of its own.",
            )
        return str(node.value)

    def _mapping(self, pairs: Iterable[tuple[yaml.Node, yaml.Node]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in pairs:
            if not isinstance(key, yaml.ScalarNode):
                self.file.note(key.start_mark, "a key must be a word", "Write `key: value`.")
                continue
            if key.value in result:
                problem = f"the key {key.value!r} stands twice in this entry"
                self.file.note(key.start_mark, problem, "Remove one of them.")
            result[key.value] = self.value(value)
        return result
