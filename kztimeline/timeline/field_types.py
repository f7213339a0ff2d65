"""Kinds of text and number that a timeline file may hold, as annotated types.

Each annotation carries its check as a hook that pydantic calls on validation, without
this module importing pydantic: a timeline read back from a cache never needs it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    NoReturn,
    TypeAlias,
    TypeVar,
    dataclass_transform,
)

from kztimeline.text.patterns import pattern
from kztimeline.text.spans import Span

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SPAN = pattern(r"([0-9]{1,9})-([0-9]{1,9})")
_WHOLE_NUMBER = pattern(r"-?(?:0|[1-9][0-9]*)")
_MOST_DIGITS = 18
_SHOWN = 40
LIST_SEPARATOR = "; "
R = TypeVar("R", bound="Record")


class Frozen:
    """Base of what does not change once it is made."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot change {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot change {name}")


class Record(Frozen):
    """Base of what stands in a file: a key that no field has is refused there.

    How records are made, compare and print is written here once. Dataclasses would generate
    and compile it for each kind at every start, which takes longer than the rest of
    making the class; slots would double the time to read a kept timeline back.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    _blank: ClassVar[dict[str, Any]] = {}
    """The fields, in order, with what they hold where nothing is given."""
    _needed: ClassVar[frozenset[str]] = frozenset()
    """The fields that have to be given."""

    if not TYPE_CHECKING:  # which knows what each kind is made from

        def __init__(self, **values: Any) -> None:
            given, blank = values.keys(), self._blank
            if not (self._needed <= given <= blank.keys()):
                lacking, unknown = self._needed - given, given - blank.keys()
                problem = f"lacks {sorted(lacking)}, has no {sorted(unknown)}"
                raise TypeError(f"{type(self).__name__} {problem}")
            vars(self).update(blank | values)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: type[R]) -> type[R]:
    """Make a frozen dataclass of a kind of record, whose fields are given by name."""
    made = dataclass(init=False, eq=False, repr=False, kw_only=True)(kind)
    each = fields(made)  # type: ignore[arg-type]
    # What is the same for all must not change, as no record does.
    made._blank = {one.name: _default(one) for one in each}
    made._needed = frozenset(one.name for one in each if _default(one) is MISSING)
    return made


def _default(one: Field[Any]) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


class Checked:
    """Annotation: the value passes `check`, which returns it or raises ValueError.

    `schema` says of it what JSON Schema can.
    """

    def __init__(self, check: Callable[[Any], Any], **schema: Any) -> None:
        self.check = check
        self.schema = schema

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


class FieldError(ValueError):
    """A value that cannot stand: `problem` says what is wrong, `remedy` what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}: {remedy}")
        self.problem = problem
        self.remedy = remedy


def check_text(text: str) -> str:
    """Return `text` if it is one line of visible text; raise FieldError otherwise."""
    if not text.strip():
        raise FieldError("the text is empty", "write something, or leave the key out")
    if text != text.strip():
        raise FieldError("the text begins or ends with a space", "remove the space")
    if not text.isprintable():
        _require_no_stray_byte(text)
        for character in text:
            if is_control(character):
                raise FieldError(
                    f"the text holds the control character U+{ord(character):04X}", "remove it"
                )
    return text


def _require_no_stray_byte(text: str) -> None:
    """Raise FieldError where a byte of what was typed is no letter."""
    from kztimeline.text.visible import stray_byte

    if byte := stray_byte(text):
        raise FieldError(f"the byte {byte} in the text is not UTF-8", "write it in UTF-8")


def is_control(character: str) -> bool:
    """Tell whether a character controls a terminal or ends a line, and is not text."""
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def check_list_text(text: str) -> str:
    """Return `text` if it can be an item of a joined list; raise FieldError otherwise."""
    if LIST_SEPARATOR in text:
        raise FieldError("'; ' separates the items of a list in CSV", "use a comma instead")
    return check_text(text)


def check_identifier(text: str) -> str:
    """Return `text` if it is an id; raise FieldError otherwise."""
    if not _IDENTIFIER.fullmatch(text):
        raise FieldError(
            f"{text!r} is not an id", "use a-z, 0-9 and single hyphens, as in zhanaozen-2011"
        )
    return text


def check_address(text: str) -> str:
    """Return `text` if it is a web address as it stands; raise FieldError otherwise."""
    from kztimeline.text.visible import is_web_address, percent_encoded, web_address

    if is_web_address(text):
        return text
    remedy = "begin it with https:// or http://"
    if text.lower().startswith(("https://", "http://")):
        remedy = "copy it from the address bar of a browser"
    if web_address(text):
        sign = next(character for character in text if percent_encoded(character) != character)
        name = "the space" if sign == " " else f"'{sign}'"
        remedy = f"write {name} as {percent_encoded(sign)}"
    raise FieldError(f"{text!r} is not a web address", remedy)


def check_letter(text: str) -> str:
    """Return `text` if it is a single letter or digit; raise FieldError otherwise."""
    if len(text) != 1 or not text.isalnum():
        raise FieldError(f"{text!r} is not one letter", "write a single letter or digit")
    return text


def at_most(most: int) -> Checked:
    """Return the annotation of a text of at most `most` characters."""

    def check(text: str) -> str:
        if len(text) > most:
            raise FieldError(f"{len(text)} characters, at most {most} fit", "say it in fewer words")
        return text

    return Checked(check, maxLength=most)


class _WholeNumber(Checked):
    """Annotation: the value is a whole number as anyone writes it, from one to another."""

    def __init__(self, least: int, most: int | None) -> None:
        super().__init__(self._require_within, minimum=least)
        if most is not None:
            self.schema["maximum"] = most
        bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
        self._remedy = f"write a whole number {bounds}"

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        number = super().__get_pydantic_core_schema__(source, handler)
        return core_schema.no_info_before_validator_function(self._require_plain, number)

    def _require_plain(self, value: Any) -> Any:
        """Return what a file has; what is no text is refused elsewhere."""
        if not isinstance(value, str):
            return value
        if not _WHOLE_NUMBER.fullmatch(value):
            shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            raise FieldError(f"{shown!r} is not a whole number", self._remedy)
        if len(value) > _MOST_DIGITS:
            raise FieldError(f"a number of {len(value):,} digits is out of range", self._remedy)
        return value

    def _require_within(self, number: int) -> int:
        if not self.schema["minimum"] <= number <= self.schema.get("maximum", number):
            raise FieldError(f"{number} is out of range", self._remedy)
        return number


def within(least: int, most: int | None = None) -> Checked:
    """Return the annotation of a whole number from `least` to `most`, or upwards."""
    return _WholeNumber(least, most)


def entries(least: int, most: int | None = None) -> Checked:
    """Return the annotation of a list of `least` to `most` entries, or upwards."""

    def check(items: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(items) < least:
            found = f"{len(items)} entries" if items else "the list is empty"
            raise FieldError(found, f"give at least {least}")
        if most is not None and len(items) > most:
            raise FieldError(f"{len(items)} entries, at most {most} are allowed", "remove some")
        return items

    return Checked(check, minItems=least, **({} if most is None else {"maxItems": most}))


_ONE_LINE = r"^\S"
_UNQUOTED = ["string", "integer"]
"""What stands in a file where an id or a letter is a number: other readers take it for one."""

Text: TypeAlias = Annotated[str, Checked(check_text, pattern=_ONE_LINE)]
ListText: TypeAlias = Annotated[str, Checked(check_list_text, pattern=r"^(?![\s\S]*; )\S")]
Identifier: TypeAlias = Annotated[
    str, Checked(check_identifier, type=_UNQUOTED, pattern=rf"^{_IDENTIFIER.pattern}$")
]
Letter: TypeAlias = Annotated[str, Checked(check_letter, type=_UNQUOTED, maxLength=1, minLength=1)]


class Parsed:
    """Annotation: the value is written as a text, which `parse` reads or raises ValueError."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self.parse = parse

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.parse, core_schema.str_schema())


def parse_span(text: str) -> Span:
    """Read '531-541'; raise FieldError where that is not a stretch of text."""
    match = _SPAN.fullmatch(text)
    if match is None:
        raise FieldError(f"{text!r} is not a span", "write START-END, such as 531-541")
    span = Span(int(match[1]), int(match[2]))
    if span.start >= span.end:
        raise FieldError(f"the span {text} ends at or before its start", "put the smaller first")
    return span


WrittenSpan: TypeAlias = Annotated[Span, Parsed(parse_span)]
"""A span of a document, as a file writes it: START-END."""
