"""A network of a test's own: a Linux namespace with these interfaces, in which a script runs."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

APART = (("unshare", "--net"), ("unshare", "--net", "--map-root-user"))


@cache
def way_apart() -> tuple[str, ...]:
    """How a namespace is made on this machine; nothing where it cannot be."""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return ()
    probe = ("ip", "link", "add", "name", "eth0", "type", "veth", "peer", "name", "far0")
    ways = (
        way
        for way in APART
        if not subprocess.run([*way, *probe], capture_output=True, check=False).returncode
    )
    return next(ways, ())


def setting_up(interfaces: dict[str, tuple[str, ...]], default: str) -> str:
    """The shell's words that make these interfaces with these addresses, and one the default route."""
    lines = ["set -e", "ip link set lo up"]
    for at, (name, addresses) in enumerate(interfaces.items()):
        lines.append(f"ip link add name {name} type veth peer name far{at}")
        lines += [f"ip addr add {address} dev {name}{' nodad' * (':' in address)}" for address in addresses]
        lines += [f"ip link set {end} up" for end in (name, f"far{at}")]
    if default:
        lines.append(f"ip route add default dev {default}")
    return "\n".join(lines)


def run_apart(
    interfaces: dict[str, tuple[str, ...]], default: str, script: str, *words: str, folder: Path
) -> "subprocess.CompletedProcess[str]":
    """Run a Python script where these are all interfaces there are."""
    inside = f'{setting_up(interfaces, default)}\nexec "$@"'
    command = [*way_apart(), "sh", "-c", inside, "sh", sys.executable, "-c", script, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=folder)
