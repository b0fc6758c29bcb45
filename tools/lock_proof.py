"""Prove that a lock can be installed on every machine that is promised, without installing it."""

import subprocess
import tempfile
from itertools import product
from pathlib import Path

from tools.set_up.refused import Refused

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
)


def prove(uv: Path, lock: Path) -> None:
    """Ask the index for a wheel of each package, with a hash that the lock has, for each machine and Python.

    Nothing is downloaded but what the index says of its files.

    Raises:
        Refused: there is none, or the index cannot be reached.
    """
    for python, platform in product(PYTHONS, PLATFORMS):
        with tempfile.TemporaryDirectory() as nothing:
            words = ("pip", "install", "--quiet", "--dry-run", "--no-deps", "--require-hashes")
            where = ("--python-platform", platform, "--python-version", python, "--target", nothing)
            done = subprocess.run(
                (uv, "--system-certs", *words, "--only-binary", ":all:", *where, "--requirement", lock),
                capture_output=True,
                text=True,
                check=False,
            )
        if done.returncode:
            raise Refused(
                f"{lock.name} does not hold on {platform} with Python {python}: {done.stderr.strip()}"
            )
