"""Only for the process from which seats are forked: loading this loads what a seat needs, once for all."""

import gc

import asyncinotify  # noqa: F401 - a seat would load it itself
import filelock  # noqa: F401 - as above

from intervisie_tui import domain, system
from intervisie_tui.screens import participant, room, stage
from intervisie_tui.screens.style_sheet import read_ahead
from intervisie_tui.serve import seat, seat_app
from intervisie_tui.store import watch
from intervisie_tui.widgets import coming_next, cues, read_aloud, stage_picture
from intervisie_tui.widgets.theme import THEMES

LOADED = (participant, room, seat, stage, watch, coming_next, cues, read_aloud, stage_picture)

system.die_with_parent()
domain.load()
for theme in THEMES:
    read_ahead(theme, seat_app.SHEETS)
gc.collect()
gc.freeze()
