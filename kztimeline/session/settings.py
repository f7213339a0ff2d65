"""What the user has set in the configuration file, `config.toml`."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.loading.files.plain_files import plain_bytes
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import at_home, cards_folder, user_config
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_MOST_BYTES: Final = 64 * 1024
_MOST_PARTS: Final = 100
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
    """A part of the configuration file that cannot be used, and what to do about it."""

    problem: str
    remedy: str


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
    path = settings_file()
    try:
        content = plain_bytes(path, _MOST_BYTES).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return Settings(
            faults=(SettingFault(f"cannot be read: {reason}", "Correct or remove it."),)
        )
    except FileError as error:
        return Settings(faults=(SettingFault(error.findings[0].problem, "Correct or remove it."),))
    try:
        data = _parsed(content)
    except (ValueError, RecursionError) as error:
        reason = "it is too deep" if isinstance(error, RecursionError) else str(error)
        return Settings(faults=(SettingFault(f"not valid TOML: {reason}", "Correct it."),))
    return _settings(data)


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


def _settings(data: dict[str, Any]) -> Settings:
    faults: list[SettingFault] = []
    for name in data:
        if name not in _KINDS:
            remedy = f"The settings are {', '.join(_KINDS)}."
            faults.append(SettingFault(f"there is no setting {name!r:.60}", remedy))
    usable: dict[str, Any] = {}
    for name, kind in _KINDS.items():
        default = _DEFAULTS.get(name, kind())
        if isinstance(value := data.get(name, default), kind):
            usable[name] = value
        else:
            usable[name] = default
            problem = f"the setting {name!r} must be {_WANTED[kind]}"
            faults.append(SettingFault(problem, f"Write, for example, {_WRITTEN[name]}."))
    keys: dict[str, str] = {}
    for action, key in usable["keys"].items():
        if isinstance(key, str):
            keys[action] = key
        else:
            problem = f"the keys of {action!r:.60} must be text in quotes"
            faults.append(SettingFault(problem, 'Write, for example, filter = "f,ctrl+g".'))
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
