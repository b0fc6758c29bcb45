"""A program in a window of a tmux server of its own, seen through a terminal of ours."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import programs
from bench.terminal import SIZE, Terminal

_CONFIG = "set -g status off\nset -s escape-time 0\n"
_TMUX = ("tmux", "-L", "bench")


@contextmanager
def in_tmux(data: Path, command: Sequence[str]) -> Iterator[Terminal]:
    """The program, in a session that ends here with its server."""
    config = data / "tmux.conf"
    config.write_text(_CONFIG)
    # The server is known by its folder: another one of this name is somewhere else.
    environment = {**programs.environment(data), "TMUX_TMPDIR": str(data)}
    try:
        with Terminal((*_TMUX, "-f", str(config), "new-session", *command), environment, SIZE) as terminal:
            yield terminal
    finally:
        subprocess.run(
            (*_TMUX, "kill-server"), env=environment, stderr=subprocess.DEVNULL, check=False, timeout=10
        )
