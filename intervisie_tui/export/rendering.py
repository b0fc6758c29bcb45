"""Templates: what is put into them is always one readable line, escaped for HTML and for Markdown alike."""

from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.domain.printable import readable
from intervisie_tui.export.escape import markdown

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def fill_html(template: str, **values: object) -> str:
    """The named HTML template, filled in; values are escaped."""
    return _environment(html=True).get_template(template).render(values)


def fill_markdown(template: str, **values: object) -> str:
    """The named Markdown template, filled in; every value stands on one line and shows as it is."""
    return _environment(html=False).get_template(template).render(values)


def _environment(*, html: bool) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        # Markdown is not HTML; all that its templates put out passes finalize.
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        finalize=_readable if html else _escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _escaped(value: object) -> str:
    return markdown(str(value))


def _readable(value: object) -> object:
    # What a macro has made is HTML already, with the line breaks of its template.
    return value if hasattr(value, "__html__") else readable(str(value))
