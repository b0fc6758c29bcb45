"""Only for the process from which seats are forked: loading this loads what a seat needs, once for all."""

import gc

import asyncinotify  # noqa: F401 - a seat would load it itself
import filelock  # noqa: F401 - as above

from intervisie_tui import domain, system
from intervisie_tui.screens import participant, room, stage
from intervisie_tui.serve import seat
from intervisie_tui.store import watch

LOADED = (participant, room, seat, stage, watch)

system.die_with_parent()
domain.load()
gc.collect()
gc.freeze()
