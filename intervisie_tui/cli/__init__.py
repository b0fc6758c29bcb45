"""The command line: `intervisie`, and all that works without a screen."""

import gc
import os
import sys
from collections.abc import Sequence

from intervisie_tui import locale
from intervisie_tui.cli.parser import parser
from intervisie_tui.cli.talk import BROKEN, INTERRUPTED, Stop, complain, judged, short
from intervisie_tui.locale import _


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command line (of this process, without `argv`); 0 done, 1 failed, 2 wrong usage.

    130 after Ctrl-C. What goes wrong is told on stderr as a sentence and a hint; nothing is raised.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    # What is loaded at the start stays: looking for garbage in it, again and again, only takes time.
    gc.disable()
    try:
        return _run(words)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads has gone; what is still buffered must not complain when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN
    except Exception as error:  # noqa: BLE001 - whatever it is becomes a sentence: a traceback shows what was typed
        stop = judged(error)
        complain(stop)
        return stop.code
    finally:
        gc.enable()


def _run(words: list[str]) -> int:
    locale.use(_language(words))
    asked = parser(words).parse_args(words)
    if asked.theme is not None:
        _judge_theme(asked.theme)
    code: int = asked.run(asked)
    sys.stdout.flush()
    return code


def _judge_theme(typed: str) -> None:
    from intervisie_tui.settings import THEMES

    if typed.strip().casefold() not in THEMES:
        hint = _("Choose one of: {names}", names=", ".join(THEMES))
        raise Stop(_("There is no theme {theme}", theme=short(typed)), hint, 2)


def _language(words: Sequence[str]) -> str:
    """The language of this run: asked for, else of the environment, the settings, the locale; may Stop."""
    locale.use(locale.default_language())
    asked = _asked_language(words)
    if asked is not None:
        return _known(asked, _("Choose nl or en"))
    if wished := os.environ.get("INTERVISIE_LANG"):
        return _known(wished, _("INTERVISIE_LANG can be nl or en"))
    from intervisie_tui import paths
    from intervisie_tui.settings import read_settings

    return read_settings(paths.config_dir()).settings.language or locale.default_language()


def _known(wished: str, hint: str) -> str:
    known = locale.known_language(wished)
    if known is None:
        raise Stop(_("There is no language {language}", language=short(wished)), hint, 2)
    return known


def _asked_language(words: Sequence[str]) -> str | None:
    # Looked up before all else is parsed, so that also a wrong usage is told in this language.
    asked = None
    for place, word in enumerate(words):
        if word.startswith("--lang="):
            asked = word.partition("=")[2]
        elif word == "--lang" and place + 1 < len(words):
            asked = words[place + 1]
    return asked
