"""pydantic's reading of the model: plain values in, model objects and problems out.

The only module that calls pydantic, and only when a file is validated. The annotations
in `timeline.fields` and `dates.edtf` give it their checks as pydantic-core schemas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, get_args

from kztimeline.dates.advice import EXAMPLES
from kztimeline.dates.edtf import Date
from kztimeline.loading.findings import Finding, sentence
from kztimeline.loading.stand_ins import Doubts, bare_kind, kind_at, marks_of, stand_in, value_at
from kztimeline.loading.yaml_errors.trouble import BULLET
from kztimeline.loading.yaml_nodes import Place, YamlFile
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import together
from kztimeline.text.spans import Span
from kztimeline.timeline import model as kinds
from kztimeline.timeline.field_types import Record, check_identifier, check_letter
from kztimeline.timeline.model import Citation, Document, TimelineFile

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", TimelineFile, Document)
_UNKNOWN: Final = "unexpected_keyword_argument"
_SHOWN = 60
_FEW = 12  # ids that are listed for somebody to choose from
_SECTIONS = {
    "track": "tracks",
    "topics": "topics",
    "actors": "actors",
    "source": "sources",
    "to": "events",
}
"""By the key of an event, or of a part of one, the list whose ids it takes."""
_MANY_KEYS = 1_000  # of so many in one entry, none is a slip that a guess would mend
_ADAPTERS: Final[dict[type, TypeAdapter[Any]]] = {}
_ROUNDS = 3  # what stands in for a fault may lack something itself


class Validated(NamedTuple, Generic[Model]):
    """What a file says as a model, and everything wrong with it.

    Where `doubts` has places, something of our own stands there; `value` is None where
    that did not help.
    """

    value: Model | None
    findings: list[Finding]
    doubts: Doubts


def validate(file: YamlFile, model: type[Model]) -> Validated[Model]:
    """Return the contents of `file` as a `model`, with everything wrong with them.

    The data of the file are changed where something else must stand in.
    """
    from pydantic import ValidationError

    adapter = adapter_of(model)
    findings: list[Finding] = []
    doubts = Doubts()
    for round_number in range(_ROUNDS):
        try:
            return Validated(adapter.validate_python(file.data), findings, doubts)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if round_number == 0:
            findings = sorted(_finding(file, model, details) for details in errors)
        file.data = stand_in(file.data, model, errors, doubts)
    return Validated(None, findings, doubts)


def adapter_of(model: type[Model]) -> TypeAdapter[Model]:
    """Return what checks values by a model; to make it takes longer than to check a card."""
    from pydantic import TypeAdapter

    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


def _finding(file: YamlFile, model: type, details: ErrorDetails) -> Finding:
    place: Place = details["loc"]
    name = next((step for step in reversed(place) if isinstance(step, str)), "")
    fault = _Violation(name, details["input"], details.get("ctx", {}), model, place, file.data)
    problem, remedy = _wording(details, fault)
    return file.finding(place, problem, remedy, at_key=details["type"] == _UNKNOWN)


class _Violation(NamedTuple):
    """What pydantic says of one place of the data of a file."""

    name: str
    value: Any
    context: Any
    model: type
    place: Place
    data: Any

    @property
    def legal(self) -> dict[str, None]:
        """The keys that may stand in the mapping around the place."""
        kind = bare_kind(kind_at(self.model, self.place[:-1]))
        return dict.fromkeys(field.name for field in fields(kind))

    @property
    def kind(self) -> Any:
        """The annotation of the place."""
        return kind_at(self.model, self.place)

    @property
    def is_needed(self) -> bool:
        """Whether the place is a key that must not be left out."""
        kind = bare_kind(kind_at(self.model, self.place[:-1]))
        return isinstance(self.place[-1], str) and self.place[-1] in needed_keys(kind)

    @property
    def present(self) -> Collection[str]:
        """The keys that stand in it."""
        data = value_at(self.data, self.place[:-1])
        return data if isinstance(data, dict) else ()


def _wording(details: ErrorDetails, fault: _Violation) -> tuple[str, str]:
    """Return what is wrong and what to do, in the words of the file."""
    if details["type"] == "value_error":
        error = fault.context["error"]
        problem, remedy = f"{fault.name}: {error.problem}", sentence(error.remedy)
        if not str(fault.value).strip() and fault.is_needed:
            remedy = _to_write(fault)
        return problem, _by_id(fault) or remedy
    if wording := _WORDINGS.get(details["type"]):
        return wording(fault)
    return f"{fault.name}: {details['msg'].lower()}", "Correct the value."


def _by_id(fault: _Violation) -> str:
    """Return how to name an entry of the file where a name or a strange id stands for its id."""
    key = next((step for step in reversed(fault.place) if isinstance(step, str)), "")
    section = _SECTIONS.get(key)
    if fault.place[:1] != ("events",) or section is None or not isinstance(fault.value, str):
        return ""
    entries = value_at(fault.data, (section,))
    entries = [each for each in entries if isinstance(each, dict)] if entries else []
    ids = [each["id"] for each in entries if isinstance(each.get("id"), str)]
    for each in entries:
        if str(each.get("name")).casefold() == fault.value.casefold() and each.get("id") in ids:
            return f"Write its id: {each['id']}."
    if close := nearest(fault.value.lower(), sorted(ids), most=1):
        return did_you_mean(close, sentence=True)
    known = f"The {section} are {', '.join(ids)}." if len(ids) <= _FEW else ""
    return known if ids else ""


def _missing(fault: _Violation) -> tuple[str, str]:
    strange = [key for key in fault.present if key not in fault.legal]
    close = nearest(fault.name, strange, by_words=False, most=1)
    meant = f"Did you mean {fault.name!r} by {_short(close[0])}? If not, add" if close else "Add"
    return f"the key {fault.name!r} is missing", f"{meant} `{fault.name}: …`."


def _unknown(fault: _Violation) -> tuple[str, str]:
    problem = f"there is no key {_short(fault.name)} here"
    key, colon, rest = fault.name.partition(":")
    if colon and key in fault.legal:
        return problem, f"Write a space after the colon: `{key}: {rest.strip()[:40]}`."
    present = fault.present
    absent = [key for key in fault.legal if key not in present]
    legal = f"The keys here are {', '.join(fault.legal)}."
    if len(present) <= _MANY_KEYS and (
        close := nearest(fault.name, absent, by_words=False, most=1)
    ):
        return problem, f"Write {close[0]!r}, if that is meant, or remove it. {legal}"
    if at := next((words for words, keys in _KEYS_OF.items() if fault.name in keys), None):
        return problem, f"It is a key of {at}: check the indentation, or remove it. {legal}"
    return problem, f"Correct its spelling, or remove it. {legal}"


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")


def _not_among(fault: _Violation) -> tuple[str, str]:
    found = _short(fault.value) if isinstance(fault.value, str) else "this"
    return f"{fault.name}: {found} is not known", f"Write one of {fault.context['expected']}."


def _not_text(fault: _Violation) -> tuple[str, str]:
    if fault.value is None:
        problem = f"{fault.name}: nothing stands where text is wanted"
        return problem, f"{_to_write(fault)} Text that begins with # is a comment unless quoted."
    problem = f"{fault.name}: a list or mapping stands where text is wanted"
    if isinstance(fault.place[-1], int):
        around = bare_kind(kind_at(fault.model, fault.place[:-2]))
        key = next(iter(fault.value), "") if isinstance(fault.value, dict) else ""
        word, _, last = key.rpartition(" ")
        if word and last in around.__dataclass_fields__:
            remedy = f"Write `{last}:` on a line of its own."
            return f"{fault.name}: the key {last!r} stands on the line of an item", remedy
        if key in around.__dataclass_fields__:
            remedy = f"Remove the dash before `{key}`: it is a key of {_named(around)}."
            return f"{fault.name}: the key {key!r} stands in the list", remedy
        return problem, "Remove the inner brackets or the second dash: each item is one text."
    if isinstance(fault.value, list) and len(fault.value) == 1 and _is_plain(fault.value[0]):
        return problem, f"Write it without brackets or dash: `{fault.name}: {fault.value[0]}`."
    return problem, _to_write(fault)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _SHOWN


def _to_write(fault: _Violation) -> str:
    """Return what stands at a place, by its kind."""
    checks = [mark.check for mark in marks_of(fault.kind)]
    if bare_kind(fault.kind) is Date:
        return sentence(EXAMPLES)
    if bare_kind(fault.kind) is Span:
        return "Write START-END, such as 531-541."
    if check_letter in checks:
        return "Write a single letter or digit."
    if bare_kind(fault.kind) is int:
        return _not_number(fault)[1]
    if check_identifier not in checks:
        return f"Write `{fault.name}: some text`."
    known = _by_id(fault._replace(value=""))
    return known or "Write an id of a-z, 0-9 and single hyphens, as in zhanaozen-2011."


def _not_list(fault: _Violation) -> tuple[str, str]:
    problem = f"{fault.name}: a list is wanted here"
    item = bare_kind(get_args(bare_kind(fault.kind))[0])
    text = fault.value if isinstance(fault.value, str) else ""
    if re.match(r"-\S", text):
        return problem, "Write a space after each dash: `- one`."
    if re.match(BULLET, text):
        rest = re.sub(rf"^{BULLET}", "", text).split()[0][:_SHOWN]
        return problem, f"Begin each item with an ordinary hyphen: `- {rest}`."
    if not needed_keys(item):
        return problem, "Write [one, two], or one line `- …` for each."
    return problem, f"Write below it, for each one, {_lines_of(item)}."


def _lines_of(kind: type, first: str = "") -> str:
    """Return the lines that make an entry of a kind in a list, the first with its value."""
    leading, *others = needed_keys(kind)
    lines = [f"`- {leading}: {first or '…'}`", *(f"`{key}: …`" for key in others)]
    return lines[0] + (f", and below that {together(lines[1:])}" if others else "")


def _not_mapping(fault: _Violation) -> tuple[str, str]:
    problem = f"{fault.name or 'the file'}: `key: value` lines are wanted here"
    kind = bare_kind(fault.kind)
    if isinstance(fault.value, str) and (match := re.match(r"(\w+):(?=\S)(?!//)", fault.value)):
        rest = fault.value[match.end() :][:40]
        return problem, f"Write a space after the colon: `{match[1]}: {rest}`."
    if fault.place and isinstance(fault.place[-1], int):
        takes_id = needed_keys(kind)[0] in (*_SECTIONS, "id") and _is_plain(fault.value)
        first = fault.value if takes_id and " " not in fault.value else ""
        return problem, f"Write {_lines_of(kind, first)}."
    keys = needed_keys(kind) or [field.name for field in fields(kind)]
    return problem, f"Write the keys {together(keys)}, one a line."


def needed_keys(kind: Any) -> list[str]:
    """Return the keys that an entry of a kind must have, in order; none if it is no entry."""
    if not (is_dataclass(kind) and isinstance(kind, type) and issubclass(kind, Record)):
        return []
    needed = [field.name for field in fields(kind) if field.name in kind._needed]
    return [*needed, "says"] if kind is Citation else needed  # as a reference needs it


def _not_number(fault: _Violation) -> tuple[str, str]:
    bounds = {name: n for mark in marks_of(fault.kind) for name, n in mark.schema.items()}
    among = f" of at least {bounds['minimum']}" if "minimum" in bounds else ""
    if "maximum" in bounds:
        among = f" from {bounds['minimum']} to {bounds['maximum']}"
    return f"{fault.name}: this is not a whole number", f"Write a whole number{among}."


_WORDINGS: Final[dict[str, Callable[[_Violation], tuple[str, str]]]] = {
    "missing": _missing,
    _UNKNOWN: _unknown,
    "literal_error": _not_among,
    "string_type": _not_text,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "dataclass_type": _not_mapping,
    "dataclass_exact_type": _not_mapping,
    "int_type": _not_number,
}


def _named(kind: type) -> str:
    """Return a kind of record in words: 'an event', 'the file itself'."""
    if kind in (TimelineFile, Document):
        return "the file itself" if kind is TimelineFile else "a card itself"
    name = kind.__name__.lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"


_KEYS_OF: Final = {
    _named(kind): frozenset(field.name for field in fields(kind))
    for kind in vars(kinds).values()
    if isinstance(kind, type) and issubclass(kind, Record) and is_dataclass(kind)
}
