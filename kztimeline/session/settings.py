"""What the user has set in the configuration file, `config.toml`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kztimeline.loading.findings import whole_file
from kztimeline.loading.locations import cards_folder, user_config

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, each with what holds when the file does not say."""

    documents: Path | None = None
    """Folder where the texts of the documents are."""
    theme: str | None = None
    """Theme the screen starts with: dark, light, terminal or terminal-light."""
    keys: dict[str, str] = field(default_factory=dict)
    """For an action's id, the keys it takes instead of its own, separated by commas."""


def settings_file() -> Path:
    """Return the path of the configuration file, which need not exist."""
    return user_config() / "config.toml"


def load_settings() -> Settings:
    """Read the configuration file; the defaults where there is none.

    Raises:
        FileError: it is not TOML, or holds what is no setting.
    """
    path = settings_file()
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise whole_file(path, f"cannot be read: {error}", "Correct or remove it.") from None
    return _settings(path, content)


def _settings(path: Path, content: str) -> Settings:
    import tomllib

    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise whole_file(path, f"not valid TOML: {error}", "Correct it.") from None
    known = {"documents": str, "theme": str, "keys": dict}
    for name, value in data.items():
        if name not in known:
            remedy = f"The settings are {', '.join(known)}."
            raise whole_file(path, f"there is no setting {name!r}", remedy)
        if not isinstance(value, known[name]):
            kind = "a table" if known[name] is dict else "text in quotes"
            raise whole_file(path, f"the setting {name!r} must be {kind}", "Correct it.")
    for action, keys in data.get("keys", {}).items():
        if not isinstance(keys, str):
            problem = f"the keys of {action!r} must be text in quotes"
            raise whole_file(path, problem, 'Write, for example, filter = "f,F".')
    documents = data.get("documents")
    return Settings(
        documents=Path(documents).expanduser() if documents else None,
        theme=data.get("theme"),
        keys=data.get("keys", {}),
    )


DOCUMENTS_VARIABLE = "KZT_DOCUMENTS"


def documents_folder(option: Path | None, timeline: Path) -> Path:
    """Return the folder where the texts of the documents are looked for.

    That is an option's, the environment's, the configuration's, or the cards' own.
    """
    if option is not None:
        return option
    if named := os.environ.get(DOCUMENTS_VARIABLE):
        return Path(named).expanduser()
    return load_settings().documents or cards_folder(timeline)
