"""Whether a scheduler that looks in now and then should publish, and why. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobglot.publish.publication import Publication
from jobglot.publish.refusals import told

SKEW = timedelta(hours=1)
"""By so much the clocks of two publishers may differ before anybody has to look at them."""


def why_due(there: Publication | None, source: str, now: datetime, version: str) -> str:
    """Why a scheduler should publish at `now`, as the rest of a sentence; "" when there is no reason to.

    `source` is the digest of what the board would be made from.
    """
    if there is None:
        return "nothing was published there yet"
    if not there.is_settled:
        return "the last publication did not end well"
    if source == there.withdrawn:
        return ""
    if source != there.source:
        return "the content has changed"
    if version != there.version:
        return f"jobglot {there.version} made what is there"
    if there.built > now + SKEW:
        # Else its next change would be waited for, perhaps for years. Then “older” makes a person look at the clocks.
        return f"what is there was built for a later time, {told(there.built)}"
    if there.next_change is not None and there.next_change <= now:
        return f"the board has changed by itself, at {told(there.next_change)}"
    return ""
