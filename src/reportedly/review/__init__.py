"""What persons hold of claims: recorded, signed, never deleted; and what the claims are by it."""

from reportedly.review.again import reapply
from reportedly.review.grades import ADMIRALTY, Scheme, read_scheme
from reportedly.review.record import Judging, Recorded, judge, undo

__all__ = ["ADMIRALTY", "Judging", "Recorded", "Scheme", "judge", "read_scheme", "reapply", "undo"]
