"""Minutes of a session, to read: as Markdown and as a page of HTML."""

from collections.abc import Mapping

from intervisie_tui.export.page import page
from intervisie_tui.export.rendering import fill_html, fill_markdown
from intervisie_tui.export.shape import shaped
from intervisie_tui.export.tongue import Tongue


def to_markdown(record: Mapping[str, object], language: str) -> str:
    """The minutes as Markdown, in nl or en; names of phases stay in the language of the session."""
    return fill_markdown("minutes.md.j2", page=page(shaped(record), Tongue(language)))


def to_html(record: Mapping[str, object], language: str) -> str:
    """The minutes as one page of HTML that asks nothing of any host, fit to print."""
    return fill_html("minutes.html.j2", page=page(shaped(record), Tongue(language)))
