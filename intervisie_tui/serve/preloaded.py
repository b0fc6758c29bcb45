"""Only for the process from which seats are forked: loading this loads what a seat needs, once for all."""

import gc

import asyncinotify
import filelock
from textual import pilot
from textual.drivers import linux_driver

from intervisie_tui import domain, system
from intervisie_tui.screens import participant, room, stage
from intervisie_tui.screens.style_sheet import read_ahead
from intervisie_tui.serve import seat, seat_app
from intervisie_tui.store import watch
from intervisie_tui.widgets import coming_next, cues, read_aloud, stage_picture
from intervisie_tui.widgets.theme import THEMES

LOADED = (
    *(asyncinotify, filelock, linux_driver, pilot),
    *(participant, room, seat, stage, watch, coming_next, cues, read_aloud, stage_picture),
)
"""What a seat would load itself."""

system.die_with_parent()
domain.load()
for theme in THEMES:
    read_ahead(theme, seat_app.SHEETS)
gc.collect()
gc.freeze()
