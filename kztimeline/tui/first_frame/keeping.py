"""What of the screen is kept for the next start, and whether what was shown early was true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.loading.cache import subject_of
from kztimeline.loading.files.plain_files import read_bytes
from kztimeline.loading.findings import FileError
from kztimeline.loading.kept import seals
from kztimeline.loading.kept.folder import forget
from kztimeline.loading.locations import card_files, cards_folder, user_cache
from kztimeline.tui.first_frame.circumstances import digest_with_program
from kztimeline.tui.first_frame.early import circumstances_of
from kztimeline.tui.first_frame.kept import Kept, Leads, drop, keep_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.tui.first_frame.circumstances import Circumstances, Size
    from kztimeline.tui.first_frame.early import EarlyStart
    from kztimeline.tui.first_frame.frame import Frame

OUT_OF_DATE: Final = "What was shown first was out of date; everything is drawn anew."


class Keeper:
    """Keeps the screen of one run for the next.

    Attributes:
        subject: The SHA-256 of the files as they were compared; empty where they cannot be read.
    """

    def __init__(self, start: EarlyStart) -> None:
        """Prepare, by how the start found things."""
        self._start = start
        self._digest = digest_with_program(start.circumstances) if start.kept else b""
        self._knows_keys = bool(start.kept and start.kept.after)
        self._stamps = start.kept.stamps if start.kept else {}
        self.subject = b""

    def compare(self, frame: Frame | None, shown: bytes, *, comes_again: bool) -> bool:
        """Tell whether what was shown is what the files say; meant for a thread.

        What the next start will draw is kept, what was not true is dropped.

        Args:
            frame: The first screen that the program has drawn, or None where the reader was
                quicker.
            shown: The SHA-256 of the files that it was drawn from; empty where it is not known.
            comes_again: Whether the next start may draw the same, and may know what it shows.
        """
        kept, found = self._start.kept, self._start.circumstances
        damaged = seals.damaged(user_cache())
        for name in damaged:
            forget(user_cache(), name)
        if frame is not None and frame.size != self._start.size:
            frame = None  # The terminal has another size meanwhile.
        subject = self._read()
        is_same = subject == shown and not damaged
        now = circumstances_of(self._start.timeline, self._start.size)
        is_written = now is None or now.files != found.files
        if is_same and (is_written or not subject):
            return True  # Nothing is kept of files that are just written, or cannot be read.
        # What is damaged is to be read anew, even where the files are those that it was made from.
        self.subject = b"" if damaged else subject
        if not is_same:
            frame = None  # The files are to be read before anything true is drawn.
        is_true = is_same and (
            kept is None or (kept.subject == subject and frame in (None, kept.frame))
        )
        if not is_true or (kept and not comes_again):
            self._digest, self._knows_keys = b"", False
            drop(self._start.timeline)
        if now is None or not (comes_again and now.settled and now == found):
            return is_true
        if frame is not None and digest_with_program(now) != self._digest:
            self._keep(digest_with_program(now), frame)
        return is_true

    def lacks(self, size: Size) -> bool:
        """Tell whether what the next start will draw is not kept, and may be.

        Args:
            size: The size of the terminal.
        """
        now = self._now(size)
        if now is None:
            return False
        is_kept = digest_with_program(now) == self._digest and self._stamps == seals.known()
        return not (is_kept and self._knows_keys)

    def keep_next(
        self, size: Size, draw: Callable[[], Frame | None], draw_leads: Callable[[], Leads]
    ) -> None:
        """Keep what the next start will draw.

        Args:
            size: The size of the terminal.
            draw: Draws what the next start will; None where that is not to be kept.
            draw_leads: Draws what the first key will lead to.
        """
        now = self._now(size)
        frame = draw() if now is not None else None
        # Whatever was written while it was drawn may be in it, or not.
        if now is None or frame is None or self._now(size) != now:
            return
        self._keep(digest_with_program(now), frame)
        # The next start may come before all of this is drawn.
        leads = draw_leads()
        if self._now(size) == now:
            self._keep(digest_with_program(now), frame, leads)

    def _now(self, size: Size) -> Circumstances | None:
        """Return the circumstances of the next start, None where nothing can be kept for it."""
        now = circumstances_of(self._start.timeline, size)
        if now is None or not (self.subject and now.settled and digest_with_program(now)):
            return None
        return now if now.files == self._start.circumstances.files else None

    def _keep(self, digest: bytes, frame: Frame, leads: Leads | None = None) -> None:
        self._digest, self._knows_keys, self._stamps = digest, bool(leads), seals.known()
        kept = Kept(frame, self.subject, stamps=self._stamps)
        keep_frame(self._start.timeline, digest, kept, leads)

    def _read(self) -> bytes:
        """Return the SHA-256 of the files as they are, nothing where they cannot be read."""
        path = self._start.timeline
        try:
            return subject_of(read_bytes(path), card_files(cards_folder(path)))
        except (FileError, OSError):
            return b""
