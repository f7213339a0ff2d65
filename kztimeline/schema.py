"""pydantic's reading of the model: plain values in, model objects or problems out.

The only module that imports pydantic, and only when a file is validated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kztimeline.findings import Finding
from kztimeline.model import Document, TimelineFile
from kztimeline.nearest import nearest
from kztimeline.yamlfile import Place, YamlFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", TimelineFile, Document)


def validate(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Return the contents of `file` as a `model`, or None and everything wrong with it."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(model).validate_python(file.data), []
    except ValidationError as error:
        return None, sorted(_finding(file, details) for details in error.errors())


def _finding(file: YamlFile, details: ErrorDetails) -> Finding:
    place: Place = details["loc"]
    name = next((step for step in reversed(place) if isinstance(step, str)), "")
    problem, remedy = _wording(details, name, _siblings(file, place))
    return file.finding(place, problem, remedy)


def _siblings(file: YamlFile, place: Place) -> list[str]:
    """Return the keys that stand beside the value at `place`."""
    data = file.data
    for step in place[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return []
    return list(data) if isinstance(data, dict) else []


def _wording(details: ErrorDetails, name: str, siblings: list[str]) -> tuple[str, str]:
    """Return what is wrong and what to do, in the words of the file."""
    kind = details["type"]
    context = details.get("ctx", {})
    if kind == "value_error":
        return _own_error(context["error"], name)
    if wording := _WORDINGS.get(kind):
        return wording(name, details["input"], context, siblings)
    return f"{name}: {details['msg'].lower()}", "Correct the value."


def _own_error(error: Any, name: str) -> tuple[str, str]:
    """Word an error of our own, which says what is wrong apart from what to do."""
    remedy = error.remedy.rstrip(".")
    return f"{name}: {error.problem}", f"{remedy[:1].upper()}{remedy[1:]}."


def _missing(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    near = nearest(name, siblings, by_words=False, most=1)
    hint = f" The key {near[0]!r} here may be meant." if near else ""
    return f"the key {name!r} is missing", f"Add `{name}: …`.{hint}"


def _unknown(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    return f"there is no key {name!r} here", "Correct its spelling, or remove it."


def _not_among(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    return f"{name}: {value!r} is not known", f"Write one of {context['expected']}."


def _not_text(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    found = "nothing" if value is None else "a list or mapping"
    return f"{name}: {found} stands where text is wanted", f"Write `{name}: some text`."


def _not_list(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    return f"{name}: a list is wanted here", "Write [one, two], or one line `- …` for each."


def _not_mapping(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    return f"{name or 'the file'}: `key: value` lines are wanted here", "Write them one a line."


def _not_number(name: str, value: Any, context: Any, siblings: list[str]) -> tuple[str, str]:
    return f"{name}: {value!r} is not a whole number", "Write a whole number."


_WORDINGS: dict[str, Callable[[str, Any, Any, list[str]], tuple[str, str]]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "literal_error": _not_among,
    "string_type": _not_text,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "dataclass_type": _not_mapping,
    "dataclass_exact_type": _not_mapping,
    "int_parsing": _not_number,
    "int_type": _not_number,
}
