"""Which kind of file a command is to write: by --to, by the name of the file, and by --separator."""

from argparse import Namespace
from collections.abc import Collection

from intervisie_tui.cli.talk import MISUSED, Stop, short
from intervisie_tui.locale import _


def format_asked(asked: Namespace, formats: Collection[str]) -> str:
    """The format that --to names, or that the ending of --output means; Stop if neither does, or both differ."""
    from intervisie_tui.export import format_of

    named = format_of(asked.output) if asked.output else None
    if asked.to is None:
        if named in formats:
            return str(named)
        hint = _(
            "Give --to one of {formats}, or --output a name that ends in one", formats=", ".join(formats)
        )
        raise Stop(_("Still missing: {names}", names="--to"), hint, MISUSED)
    if named is not None and named != asked.to:
        message = _(
            "The name {file} says {named}, but --to says {to}",
            file=short(asked.output),
            named=named,
            to=asked.to,
        )
        raise Stop(message, _("Leave out --to, or end the name in .{to}", to=asked.to), MISUSED)
    return str(asked.to)


def separator_asked(asked: Namespace, to: str) -> str | None:
    """The sign that --separator means, None without it; Stop for another one, or for a file that is no table."""
    typed = asked.separator
    if typed is None:
        return None
    from intervisie_tui.export.tables import SEPARATORS

    if to != "csv":
        raise Stop(
            _("--separator is for csv only, and this is {to}", to=to), _("Leave out --separator"), MISUSED
        )
    sign = SEPARATORS.get(typed) or SEPARATORS.get(typed.strip().casefold())
    if sign is None:
        message = _("--separator cannot be {typed}", typed=short(typed) or '""')
        raise Stop(message, _("Give a comma (,), a semicolon (;) or the word tab"), MISUSED)
    return sign
