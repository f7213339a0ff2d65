"""What the user has set in the configuration file, `config.toml`."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.loading.files.plain_files import plain_bytes
from kztimeline.loading.findings import FileColumn, FileError, FileLine
from kztimeline.loading.locations import at_home, cards_folder, user_config
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_MOST_BYTES: Final = 64 * 1024
_MOST_PARTS: Final = 100
_PLACE: Final = pattern(r" \((?:at line (\d+)(?:, column (\d+))?|at end of document)\)$")
_HEADING: Final = pattern(r"""\s*\[\s*["']?([\w-]+)["']?\s*\]""")
_KEY: Final = pattern(r"""\s*(?:'([^']*)'|"([^"]*)"|([\w-]+))\s*[=.]""")
_QUOTED: Final = pattern(r"""'[^']*'|"[^"]*\"""")
_KINDS: Final[dict[str, type]] = {
    "documents": str,
    "theme": str,
    "signs": str,
    "keys": dict,
    "keep_screen": bool,
}
_DEFAULTS: Final = {"keep_screen": True}
_WANTED: Final = {str: "text in quotes", dict: "a table", bool: "true or false"}
_WRITTEN: Final = {
    "documents": 'documents = "~/texts"',
    "theme": 'theme = "dark"',
    "signs": 'signs = "ascii"',
    "keys": '[keys] and, below it, undo = "u"',
    "keep_screen": "keep_screen = true",
}
"""How each setting is written, for example."""
THEMES: Final = {
    "dark": "kzt-dark",
    "light": "kzt-light",
    "terminal": "kzt-terminal",
    "terminal-light": "kzt-terminal-light",
}
"""The themes by the name that the user gives them."""
SIGNS: Final = ("unicode", "ascii")
"""The kinds of signs that the screen can be drawn with."""


class SettingFault(NamedTuple):
    """A part of the configuration file that cannot be used, and what to do about it.

    Attributes:
        problem: What is wrong.
        remedy: What to do.
        line: Where, if that is known.
        column: The same.
        is_of_all: Whether nothing of the file can be used.
    """

    problem: str
    remedy: str
    line: FileLine = 0
    column: FileColumn = 0
    is_of_all: bool = False

    def told(self, file: str) -> str:
        """Return what is wrong, after the name of the file and the place, and what follows."""
        places = ":".join(f"{number}" for number in (self.line, self.column) if number)
        follows = "the whole file is ignored" if self.is_of_all else "left out"
        return f"{file}:{f'{places}:' if places else ''} {self.problem}; {follows}"


class Settings(NamedTuple):
    """The settings, each with what holds when the file does not say."""

    documents: Path | None = None
    """Folder where the texts of the documents are."""
    theme: str | None = None
    """Theme the screen starts with: dark, light, terminal or terminal-light."""
    signs: str | None = None
    """Signs the screen is drawn with: unicode, or ascii for terminals that lack or widen them."""
    keys: Mapping[str, str] = MappingProxyType({})
    """For an action's id, the keys it takes instead of its own, separated by commas."""
    keep_screen: bool = True
    """Whether the screen is kept, to be shown at once the next time."""
    faults: tuple[SettingFault, ...] = ()
    """What of the file cannot be used."""


def settings_file() -> Path:
    """Return the path of the configuration file, which need not exist."""
    return user_config() / "config.toml"


def load_settings() -> Settings:
    """Read the configuration file; the defaults where there is none.

    What of it cannot be used is left out, and `faults` says so.
    """
    try:
        content = _content()
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        problem = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
        return _of_none(SettingFault(problem, "Correct or remove it.", line, column))
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
        return _of_none(SettingFault(problem, "Correct or remove it."))
    except FileError as error:
        return _of_none(SettingFault(error.findings[0].problem, "Correct or remove it."))
    try:
        data = _parsed(content)
    except (ValueError, RecursionError) as error:
        reason = "it is too deep" if isinstance(error, RecursionError) else str(error)
        return _of_none(_no_toml(reason, content))
    return _settings(data, content)


def _content() -> str:
    """Return the text of the configuration file.

    Raises:
        FileNotFoundError: there is none.
        OSError, UnicodeDecodeError, FileError: it cannot be read.
    """
    try:
        return plain_bytes(settings_file(), _MOST_BYTES).decode("utf-8-sig")
    except NotADirectoryError:
        raise FileNotFoundError from None


def _of_none(fault: SettingFault) -> Settings:
    return Settings(faults=(fault._replace(is_of_all=True),))


def _no_toml(reason: str, content: str) -> SettingFault:
    """Return the fault of a text that is no TOML, with the place that its reader names."""
    match = _PLACE.search(reason)
    told = reason[: match.start()] if match else reason
    line, column = 0, 0
    if match and match[1]:
        line, column = int(match[1]), int(match[2] or 0)
    elif match:
        written = content.rstrip()
        line, column = written.count("\n") + 1, len(written) - written.rfind("\n")
    return SettingFault(
        f"not valid TOML: {told[:1].lower()}{told[1:]}", "Correct it.", line, column
    )


def line_of_setting(setting: str) -> FileLine:
    """Return the line of the file on which a setting stands, such as 'keys.undo'; 0 for unknown."""
    try:
        return _line_of(setting, _content())
    except (OSError, UnicodeDecodeError, FileError):
        return 0


def _line_of(setting: str, content: str) -> FileLine:
    table, _, key = setting.partition(".")
    within, of_table = "", 0
    for number, line in enumerate(content.split("\n"), 1):
        if heading := _HEADING.match(line):
            within = heading[1]
        elif match := _KEY.match(line):
            named = next(filter(None, match.groups()), "")
            if (within == table and named == key) or (not within and named == setting):
                return number
            if not within and named == table:
                of_table = number
        if within == table and not of_table:
            of_table = number
    return of_table


def _parsed(content: str) -> dict[str, Any]:
    """Return the data of a TOML file.

    Raises:
        ValueError, RecursionError: it is none. A key of endless parts, for which the
            reader of TOML takes endless time, is one reason.
    """
    import tomllib

    for number, line in enumerate(content.split("\n"), 1):
        if line.count(".") > _MOST_PARTS < _QUOTED.sub("", line).count("."):
            raise ValueError(f"a key with too many parts (at line {number})")
    return tomllib.loads(content)


def _settings(data: dict[str, Any], content: str) -> Settings:
    faults: list[SettingFault] = []
    for name in data:
        if name not in _KINDS:
            remedy = f"The settings are {', '.join(_KINDS)}."
            line = _line_of(name, content)
            faults.append(SettingFault(f"there is no setting {name!r:.60}", remedy, line))
    usable: dict[str, Any] = {}
    for name, kind in _KINDS.items():
        default = _DEFAULTS.get(name, kind())
        if isinstance(value := data.get(name, default), kind):
            usable[name] = value
        else:
            usable[name] = default
            problem = f"the setting {name!r} must be {_WANTED[kind]}"
            remedy = f"Write, for example, {_WRITTEN[name]}."
            faults.append(SettingFault(problem, remedy, _line_of(name, content)))
    keys: dict[str, str] = {}
    for action, key in usable["keys"].items():
        if isinstance(key, str):
            keys[action] = key
        else:
            problem = f"the keys of {action!r:.60} must be text in quotes"
            remedy = 'Write, for example, filter = "f,ctrl+g".'
            faults.append(SettingFault(problem, remedy, _line_of(f"keys.{action}", content)))
    return Settings(
        documents=at_home(usable["documents"]) if usable["documents"] else None,
        theme=usable["theme"] or None,
        signs=usable["signs"] or None,
        keys=keys,
        keep_screen=usable["keep_screen"],
        faults=tuple(faults),
    )


DOCUMENTS_VARIABLE = "KZT_DOCUMENTS"


def documents_folder(option: Path | None, timeline: Path) -> Path:
    """Return the folder where the texts of the documents are looked for.

    That is an option's, the environment's, the configuration's, or the cards' own.
    """
    if option is not None:
        return option
    if named := os.environ.get(DOCUMENTS_VARIABLE):
        return at_home(named)
    return load_settings().documents or cards_folder(timeline)
