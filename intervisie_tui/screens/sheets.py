"""Which style sheets a screen has beside those of the app."""

from pathlib import Path, PurePath

STYLES = Path(__file__).parent.parent / "styles"


def sheets(*names: str) -> list[str | PurePath]:
    """What all screens beside the room share, and these. The room does without: it is to be there at once."""
    return [STYLES / f"{name}.tcss" for name in ("forms", *names)]
