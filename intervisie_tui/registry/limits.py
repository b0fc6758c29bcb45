"""How long a user's own modules may take, in seconds."""

from typing import Final

LONGEST: Final = 10.0
"""Most that a module may take to load."""
ASKING: Final = 5.0
"""Most that a module may take to load and to answer for a circle, while somebody waits for it."""
SLOW: Final = 1.0
"""Loading that takes longer than this is told."""
