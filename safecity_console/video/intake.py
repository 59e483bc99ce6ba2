"""Which packets of a stream are decoded: all, a part of each GOP, or none until the next key frame.

Belongs here: catching up when decoding has fallen behind, and the share of each GOP a reduced tile is left. Does not
belong here: decoding (reader.py), who is reduced and how far (domain/governor.py).
Invariants: 1. What was left out is left out to the next key frame: no picture is ever decoded from pictures that are
missing. 2. A backlog that is not worked off quickly is thrown away, not shown late. 3. A stream that never marks a key
frame is never cut for a share. Thread: the reader's.
"""

from __future__ import annotations

LAG_SKIP_S = 0.5
LAG_KEY_S = 1.0
LAG_CAUGHT_UP_S = 0.3
PATIENCE_S = 0.25
PATIENCE_FAR_S = 0.1  # a hiccup of a second or two is worked off in less; from then on it is overload
SHORT_GOP = 2
KEY_LEAST_EVERY_S = 1.0
KEY_MOST_EVERY_S = 120.0


class Intake:
    """Decides packet by packet; `restarts` says that the key frame just taken follows a gap."""

    def __init__(self) -> None:
        self.catching_up = False
        self.cut_s: float | None = None
        self.restarts = False
        self.gop_length = 0
        self.key_every_s = 0.0
        self._key_pts_s: float | None = None
        self._keys = 0
        self._index = 0
        self._gap = False
        self._credit = 0.0
        self._key_taken_s = float("-inf")
        self._behind_since_s: float | None = None

    @property
    def lag_most_s(self) -> float:
        """Give how late a picture may be to be shown: the lone key frames of catching up are the newest there are."""
        return LAG_KEY_S if self.catching_up else LAG_SKIP_S

    def note_key(self, pts_s: float) -> None:
        """Measure, by the camera's own clock, how often key frames come."""
        before_s, self._key_pts_s = self._key_pts_s, pts_s
        if before_s is not None and 0.0 < pts_s - before_s < KEY_MOST_EVERY_S:
            self.key_every_s = pts_s - before_s

    def resumed(self, packets: int) -> None:
        """Take over a stream of whose running GOP so many packets were decoded."""
        self._index, self._gap = max(0, packets - 1), False
        self._keys = max(1, self._keys)

    def wants(self, is_key: bool, now_s: float, lag_s: float, share: float) -> bool:
        """Tell whether this packet is to be decoded."""
        self.restarts = False
        self._watch_lag(now_s, lag_s)
        if is_key:
            return self._wants_key(now_s, lag_s, share)
        self._index += 1
        if not self._keys:
            return not self.catching_up
        over = share < 1.0 and self.gop_length > 0 and self._index >= share * self.gop_length
        self._gap = self._gap or self.catching_up or over
        return not self._gap

    def _watch_lag(self, now_s: float, lag_s: float) -> None:
        if lag_s <= LAG_CAUGHT_UP_S:
            self._behind_since_s = None
            if not self._keys:
                self.catching_up = False
        if lag_s <= LAG_SKIP_S:
            return
        if self._behind_since_s is None:
            self._behind_since_s = now_s
        if now_s - self._behind_since_s >= (PATIENCE_FAR_S if lag_s > LAG_KEY_S else PATIENCE_S):
            self.catching_up = True
            self.cut_s = now_s

    def _wants_key(self, now_s: float, lag_s: float, share: float) -> bool:
        if self._keys:
            self.gop_length = self._index + 1
        self._keys += 1
        self._index = 0
        if self.catching_up and lag_s <= LAG_SKIP_S:
            self.catching_up = False
        recent = now_s - self._key_taken_s < KEY_LEAST_EVERY_S
        if recent and (self.catching_up or not self._short_gop_allows(share)):
            self._gap = True
            return False
        self._key_taken_s = now_s
        self.restarts, self._gap = self._gap, False
        return True

    def _short_gop_allows(self, share: float) -> bool:
        """Spread the share over key frames where there is nothing else, as with MJPEG."""
        if share >= 1.0 or not 0 < self.gop_length <= SHORT_GOP:
            return True
        self._credit = min(1.0, self._credit + share)
        if self._credit < 1.0:
            return False
        self._credit -= 1.0
        return True
