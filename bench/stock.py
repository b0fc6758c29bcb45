"""`python -m bench.stock PORT COMMAND`: the peer, textual-serve as it comes, with a terminal app behind it."""

import sys

from textual_serve.server import Server


def run(port: int, command: str) -> None:
    """Serve until ended."""
    # Without a shell that stays beside each app: the peer at its best.
    Server(f"exec {command}", host="127.0.0.1", port=port).serve()


if __name__ == "__main__":
    run(int(sys.argv[1]), sys.argv[2])
