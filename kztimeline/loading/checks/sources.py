"""Whether the sources of a timeline can be cited: who publishes them, at which address.

Part of `kzt check --strict`, on contents that have passed all other checks.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from kztimeline.loading.checks.contents import Check, Contents, Problem
from kztimeline.timeline.citations import NO_PUBLISHER
from kztimeline.timeline.model import Source

WITNESSES_OF_IMPORTANCE_1: Final = 2

_TRACKING: Final = re.compile(
    r"utm_.*|fbclid|gclid|yclid|phpsessid|jsessionid|sid|cfid|cftoken|sessionid|mc_cid|mc_eid|maca"
    r"|refid|ref_src|cmpid|print|tmpl|ctx|start_ovz|st_rec|cid|post_?action|action|vote|like|dislike|logout|unsubscribe",
    re.IGNORECASE,
)
_NOT_PUBLIC: Final = re.compile(
    r"(^|[.-])(staging|stage|preprod|prod|dev|manage|admin|cms|preview|localhost|mirror)([.-]|$)"
    r"|^cdn\.|cloudfront\.net$|pangea-cms\.com$|\.(local|internal)$|^[^.]+$",
)
_WRAPPERS: Final = re.compile(
    r"googleweblight\.com|webcache\.googleusercontent\.com|translate\.goog(le\.\w+)?|ampproject\.org"
    r"|(^|\.)amp\.",
)
_AMP_PATH: Final = re.compile(r"/amp(/|$)|/amp-\w+/", re.IGNORECASE)
_COPY: Final = "copy at "


def publishers_fit(contents: Contents) -> Iterator[Problem]:
    """No source stands at a host that the timeline refuses to cite."""
    heading = contents.file.timeline
    for number, source in enumerate(contents.file.sources):
        for refusal in heading.refused_hosts:
            if _stands_at(source, refusal.host):
                yield Problem(
                    ("sources", number, "URL"),
                    f"{refusal.host} is not cited here: {refusal.why}",
                    "Find the original or another page that says it, or leave out what it says.",
                )


def copies_named(contents: Contents) -> Iterator[Problem]:
    """A copy of somebody else's page says where it stands, and stands there."""
    for number, source in enumerate(contents.file.sources):
        _, says_copy, rest = source.publisher.partition(_COPY)
        place = rest.partition(")")[0]
        held = [host for host in contents.file.timeline.copy_hosts if _stands_at(source, host)]
        if held and not says_copy:
            yield Problem(
                ("sources", number, "publisher"),
                f"{held[0]} keeps copies of others’ texts, and the publisher does not say so",
                f"Write “… ({_COPY}{held[0]})” after the publisher of the original.",
            )
        elif "." in place and not _stands_at(source, place):
            yield Problem(
                ("sources", number, "publisher"),
                f"the copy is said to be at {place}, but the address is at {_host(source)}",
                "Name the host of the address.",
            )


def witnesses_citable(contents: Contents) -> Iterator[Problem]:
    """An event of importance 1 has two sources, each citable, that do not repeat one another."""
    refused = [refusal.host for refusal in contents.file.timeline.refused_hosts]
    witness = {document.id: document.publisher for document in contents.documents.values()}
    for source in contents.file.sources:
        if not any(_stands_at(source, host) for host in refused):
            witness[source.id] = source.derived_from or _original(source.publisher)
    for number, event in enumerate(contents.file.events):
        independent = {witness[c.source] for c in event.sources if c.source in witness}
        if event.importance == 1 and len(independent) < WITNESSES_OF_IMPORTANCE_1:
            yield Problem(
                ("events", number, "sources"),
                f"importance 1 rests on {_alone(independent)}",
                "Cite a second, independent source, or lower the importance.",
            )


def _alone(witnesses: set[str]) -> str:
    """Return that the one witness is alone; a publisher that is not stated has no name."""
    named = " ".join(witnesses) or "nothing citable"
    if named == NO_PUBLISHER:
        return "one witness alone, whose publisher is not stated"
    return f"{named} alone"


def _original(publisher: str) -> str:
    """Return who published first: what stands before ', via …' or ' (copy at …)'."""
    return re.split(r", (?:via|in|after) | \(", publisher)[0]


def addresses_public(contents: Contents) -> Iterator[Problem]:
    """An address is the page's own public one, and does nothing when it is followed."""
    for number, source in enumerate(contents.file.sources):
        for field in ("URL", "archive_url"):
            address = getattr(source, field)
            problem = address and _not_clean(urlsplit(address))
            if problem:
                yield Problem(
                    ("sources", number, field),
                    f"the address {problem}",
                    "Write the page’s own public address, without what need not be there.",
                )


def _not_clean(address: SplitResult) -> str | None:
    """Return what is wrong with an address, in words; None where nothing is."""
    host = address.hostname or ""
    if address.username or address.password:
        return "carries the name or password of a user"
    if host.endswith("."):
        return "has a host with a dot at its end"
    if _WRAPPERS.search(host) or _AMP_PATH.search(address.path) or _is_amp(address):
        return "is that of a wrapper (AMP, cache or translation), not of the page"
    if _NOT_PUBLIC.search(host) or _is_number(host):
        return f"is at {host}, which is not a public host"
    needless = [name for name, _ in parse_qsl(address.query) if _TRACKING.fullmatch(name)]
    return f"carries {', '.join(needless)}" if needless else None


def _is_amp(address: SplitResult) -> bool:
    return any(name.lower() in ("amp", "noamp") for name, _ in parse_qsl(address.query, True))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _host(source: Source) -> str:
    """Return the host of a source's address in small letters; nothing without an address."""
    return (urlsplit(source.URL or "").hostname or "").rstrip(".")


def _stands_at(source: Source, host: str) -> bool:
    """Tell whether a source's address is at `host` or at a host under it."""
    return f".{_host(source)}".endswith(f".{host.lower()}")


def publishers_spelled_once(contents: Contents) -> Iterator[Problem]:
    """One publisher has one name: no second one that differs only in capitals or an article."""
    seen: dict[str, str] = {}
    for number, source in enumerate(contents.file.sources):
        name = _original(source.publisher)
        first = seen.setdefault(name.casefold().removeprefix("the "), name)
        if first != name:
            yield Problem(
                ("sources", number, "publisher"),
                f"{name!r} is called {first!r} elsewhere",
                "Write the publisher’s name in one way.",
            )


SOURCE_CHECKS: tuple[Check, ...] = (
    publishers_fit,
    publishers_spelled_once,
    copies_named,
    witnesses_citable,
    addresses_public,
)
