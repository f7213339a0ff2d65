"""A YAML file read so that every value knows its line and column.

Composed to nodes, never constructed: every scalar stays the text that stands in
the file (`1991`, `NO`, `1991-12-16`), save an empty value, which is None. The lines
of a text, folded and literal ones (`>` and `|`) too, are joined by spaces.

What is not YAML is a finding at its cause, and read as if it were mended, so that all else
that is not YAML is found in the same run. It is told alone: what follows from it is no
fault of the file's, and nobody could tell that apart from what is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from kztimeline.loading.files.plain_files import STANDARD_INPUT
from kztimeline.loading.findings import FileColumn, FileError, FileLine, Finding, whole_file
from kztimeline.loading.raw_text import decode
from kztimeline.loading.yaml_errors.repeated import KeyPlace, repeated_keys
from kztimeline.loading.yaml_errors.suspicion import is_suspicious
from kztimeline.loading.yaml_errors.trouble import ENTRY, key_column, looks_like_entry
from kztimeline.text.letters.unseen import unseen, without_unseen
from kztimeline.text.numbers import together
from kztimeline.timeline.field_types import is_control

Place: TypeAlias = tuple[str | int, ...]
_Child: TypeAlias = tuple[yaml.Node, yaml.Mark]
_compose: Callable[..., yaml.Node | None] = yaml.compose

_NULL = "tag:yaml.org,2002:null"
_STANDARD_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map", "null"))
_KINDS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_CUT = re.compile(r"\s+#")
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t\n]*")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_OF_TIMELINES = ("timeline", "tracks", "topics", "events")
_QUOTE = "Quote the whole value with '…'."


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
    """A composed file: its plain values, and what was wrong with it as YAML.

    `data` holds dicts, lists, strings and None. `findings` lists what cannot be seen, tags
    and cut values, each with its place. `misread` says that some of it, such as a key that
    stands twice, was hardly meant as it is read.
    """

    path: Path
    text: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)
    root: yaml.Node | None = None
    read: list[str] = field(default_factory=list)
    misread: bool = False
    _lines: list[str] | None = None
    _entries: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(default_factory=dict)

    def finding(self, place: Place, problem: str, remedy: str, *, at_key: bool = False) -> Finding:
        """Return a finding at the value, the key, or else the parent of `place`."""
        line, column = self.position(place, at_key=at_key)
        return self.finding_at(line, column, problem, remedy)

    def finding_at(self, line: FileLine, column: FileColumn, problem: str, remedy: str) -> Finding:
        """Return a finding at a line and column."""
        return Finding(str(self.path), line, column, problem, remedy, self.line(line))

    def line(self, number: FileLine) -> str:
        """Return one line of the file."""
        if self._lines is None:
            self._lines = _NEWLINE.split(self.text)
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def position(self, place: Place, *, at_key: bool = False) -> tuple[FileLine, FileColumn]:
        """Return line and column of what is at `place` or of its nearest parent.

        That is a value; with `at_key`, or where it goes over lines of its own, its key.
        """
        node = self.root
        mark = node.start_mark if node is not None else None
        for step in place:
            child = self._child(node, step, at_key)
            if child is None:
                break
            node, mark = child
        return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)

    def _child(self, node: yaml.Node | None, step: str | int, at_key: bool) -> _Child | None:
        """Return what stands at a step within a node, and where."""
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            return (
                (node.value[step], node.value[step].start_mark) if step < len(node.value) else None
            )
        if isinstance(node, yaml.MappingNode) and (found := self._entry(node, step)):
            key, value = found
            return value, (key if at_key or _is_collection(value) else value).start_mark
        return None

    def _entry(self, node: yaml.MappingNode, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        """Return the first key of that name in a mapping, and its value."""
        entries = self._entries.get(id(node))
        if entries is None:
            named = [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]
            entries = {key.value: (key, value) for key, value in reversed(named)}
            self._entries[id(node)] = entries
        return entries.get(str(step))

    def add_finding(self, mark: yaml.Mark, problem: str, remedy: str) -> None:
        """Add a finding at a mark of the parser."""
        self.findings.append(self.finding_at(mark.line + 1, mark.column + 1, problem, remedy))


def _is_collection(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode)


def compose_yaml(path: Path, content: bytes, keys: Sequence[str] = _OF_TIMELINES) -> YamlFile:
    """Compose the content of a file; `path` names it in messages, `keys` what it must have.

    Raises:
        FileError: the content is no UTF-8 text, or no YAML, or hardly meant as YAML reads it.
    """
    file = YamlFile(path, decode(path, content))
    file.findings += _unseen(file)
    text = without_unseen(file.text)
    file.root = _composed(file, text)
    if file.root is None:
        raise FileError(file.findings or [_empty(path, keys)])
    file.read = _NEWLINE.split(text)
    file.data = _Plain(file).value(file.root)
    file.findings = _each_once(file.findings)
    if file.misread:
        raise FileError(file.findings)
    return file


def _empty(path: Path, keys: Sequence[str]) -> Finding:
    told = f"Write the keys {together(keys)}"
    if path == STANDARD_INPUT:
        return Finding(str(path), 0, 0, "standard input is empty", f"{told} to it.")
    return Finding(str(path), 0, 0, "the file is empty", f"{told}, or remove the file.")


def _composed(file: YamlFile, text: str) -> yaml.Node | None:
    """Return the root of `text`; raise FileError for what is not YAML."""
    if not is_suspicious(text):
        with suppress(yaml.YAMLError, RecursionError):
            return _compose(text, Loader=_NodeLoader)
    from kztimeline.loading.yaml_errors.mending import mend

    faults = mend(text)
    for fault in faults:
        problem = f"not valid YAML: {fault.problem}"
        file.findings.append(
            file.finding_at(fault.line + 1, fault.column + 1, problem, fault.remedy)
        )
    if faults:
        *_, last = file.findings = _each_once(file.findings)
        stop = "" if last.remedy.endswith((".", "!", "?")) else "."
        remedy = f"{last.remedy}{stop} The rest of the file was not checked."
        raise FileError([*file.findings[:-1], last._replace(remedy=remedy)])
    try:
        return _compose(text, Loader=_NodeLoader)
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise whole_file(
            file.path, f"not valid YAML: {reason}", "Correct how it is written."
        ) from None


def _each_once(findings: list[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings))


def _unseen(file: YamlFile) -> Iterator[Finding]:
    """Yield what of the file cannot be seen, or is not what it looks like."""
    line, start = 1, 0
    text = file.text
    for found in sorted(unseen(text)):
        for newline in _NEWLINE.finditer(text, start, found.offset):
            line, start = line + 1, newline.end()
        yield file.finding_at(line, found.offset - start + 1, found.problem, found.remedy)


class _Plain:
    """Turns nodes into plain values, noting what must not stand in the file."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: yaml.Node) -> Any:
        """Return the plain value of `node`."""
        if node.tag not in _STANDARD_TAGS:
            remedy = f"Remove it. {_QUOTE[:-1]} if it is the first word of a text."
            self.file.add_finding(node.start_mark, f"the tag {node.tag} is not allowed", remedy)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self.seen:
            problem = "an alias repeats what stands elsewhere"
            self.file.add_finding(node.start_mark, problem, "Write the values out; remove & and *.")
            self.file.misread = True
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self._mapping(node) if isinstance(node, yaml.MappingNode) else None

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.tag == _NULL:
            return None
        text = str(node.value)
        if node.style in ("|", ">"):
            return _LINE_ENDS.sub(" ", text.strip(" \t\n"))
        if node.style == '"':
            self._escaped(node, text)
        if not node.style:
            self._plain(node)
        if node.end_mark.line > node.start_mark.line:
            self._swallowed(node)
        # In double quotes a line end may be meant, \n: that is not for us to change.
        return text if node.style == '"' else _LINE_ENDS.sub(" ", text)

    def _line(self, number: int) -> str:
        return self.file.read[number] if number < len(self.file.read) else ""

    def _plain(self, node: yaml.ScalarNode) -> None:
        """Note what YAML leaves out of a text without quotes."""
        if _CUT.match(self._line(node.end_mark.line), node.end_mark.column):
            self.file.add_finding(
                node.end_mark,
                "the value is cut here: YAML takes ' #' for the start of a comment",
                f"{_QUOTE[:-1]}, or put the comment on a line of its own.",
            )
        if self._line(node.start_mark.line).startswith("&", node.start_mark.column):
            problem = "YAML takes the first word, with its &, for the name of the value"
            self.file.add_finding(node.start_mark, problem, _QUOTE)

    def _escaped(self, node: yaml.ScalarNode, text: str) -> None:
        """Note what cannot be seen and is written as an escape; a control is not text anyway."""
        written = "\n".join(self.file.read[node.start_mark.line : node.end_mark.line + 1])
        if "\\" not in written:
            return
        said = {found.problem for found in unseen(written)}
        for found in unseen(text):
            if found.problem not in said and not is_control(text[found.offset]):
                self.file.add_finding(node.start_mark, found.problem, found.remedy)

    def _swallowed(self, node: yaml.ScalarNode) -> None:
        """Note a text that goes on over lines which look like entries of their own."""
        start = node.start_mark
        column = key_column(self._line(start.line))
        for number in range(start.line + 1, node.end_mark.line + 1):
            line = self._line(number)
            indent = len(line) - len(line.lstrip())
            if not looks_like_entry(line) or (node.style and indent > column):
                continue
            if node.style:
                problem = "the quoted text goes on over lines that look like entries"
                remedy = f"Close it with {node.style} where it ends."
                self.file.add_finding(start, problem, remedy)
            else:
                problem = "the item is read as part of the text above it"
                remedy = self._apart(start)
                finding = self.file.finding_at(number + 1, indent + 1, problem, remedy)
                self.file.findings.append(finding)
            self.file.misread = True
            return

    def _apart(self, start: yaml.Mark) -> str:
        """Return how to part a line with a dash from the text that begins at `start`."""
        line = self._line(start.line)
        if ENTRY.match(line):
            return "Quote the whole text, from its first word to its last, or drop the dash."
        return f"Indent it by {line.rfind('-', 0, start.column)} spaces, as the one above."

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.file.add_finding(key.start_mark, "a key must be a word", "Write `key: value`.")
                self.file.misread = True
                continue
            result[key.value] = self.value(value)
        if len(result) < len(node.value):
            self._repeated(node)
        return result

    def _repeated(self, node: yaml.MappingNode) -> None:
        """Note which keys of a mapping stand twice, and what is likely to be meant."""
        keys = [_key_place(*pair) for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]
        for found in repeated_keys(keys, self.file.read, whole=node is self.file.root):
            place = found.line + 1, found.column + 1
            self.file.findings.append(self.file.finding_at(*place, found.problem, found.remedy))
            self.file.misread = True


def _key_place(key: yaml.ScalarNode, value: yaml.Node) -> KeyPlace:
    mark = key.start_mark
    if not isinstance(value, yaml.CollectionNode):
        return KeyPlace(str(key.value), mark.line, mark.column, None, empty=not value.value)
    column = None if value.flow_style else value.start_mark.column
    return KeyPlace(str(key.value), mark.line, mark.column, column, empty=not value.value)


def scalars(file: YamlFile) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield each value of a file that is a scalar, with the key it stands under, in order."""
    waiting = [("", file.root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield key, node
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(key, item) for item in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            waiting += [(str(name.value), value) for name, value in reversed(node.value)]
