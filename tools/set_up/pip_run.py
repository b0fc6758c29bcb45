"""Runs pip in an environment, and says in one sentence what went wrong."""

import os
import re
import subprocess
from pathlib import Path

from tools.set_up.environment import Environment
from tools.set_up.locks import MEND
from tools.set_up.refused import Refused

LOG = "set-up.log"
_ELSEWHERE = (
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_PYTHON",
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_NO_BINARY",
)
"""Settings of the person that would put packages elsewhere, or others than are locked."""
# It is from what pip says between its tries that one knows that there is no network.
_ALWAYS = ("--disable-pip-version-check", "--no-input", "--retries", "3")
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProtocolError|ProxyError|SSLError"
    r"|Max retries exceeded|Connection broken|Network is unreachable|connection error"
)
_NO_FILE = (
    f"The package index has no file of {{what}} for this Python and this machine (any more): {MEND}, "
    "or name another Python: make PYTHON=python3.12 run"
)
_SENTENCES = (
    (
        re.compile(r"DO NOT MATCH THE HASHES.*?\n\s+(?P<what>\S+==\S+)", re.DOTALL),
        f"What the index gives for {{what}} does not fit the hashes in the lock. Try again; if it stays so, {MEND}.",
    ),
    (
        re.compile(r"CERTIFICATE_VERIFY_FAILED"),
        "The certificate of the package index is not trusted by this Python; see pip's setting `cert`.",
    ),
    (
        _NO_NETWORK,
        "The package index cannot be reached: set up once with a network; after that `make run` needs none.",
    ),
    (
        re.compile(r"HTTP error 404 while getting \S*/(?P<what>[^/#\s]+)"),
        f"The file {{what}} is gone from the package index: {MEND}.",
    ),
    (re.compile(r"No matching distribution found for (?P<what>[^\s;(]+)"), _NO_FILE),
    (re.compile(r"No space left on device"), "The disk is full."),
)
"""What stands in pip's output, and what it means; the first that fits is told."""


def pip(environment: Environment, descriptor: int, *words: str | Path, beside: Path | None = None) -> str:
    """What pip prints for these words.

    Args:
        descriptor: what pip inherits (see `alone`).
        beside: a folder whose packages pip's builds see as well.

    Raises:
        Refused: it failed; all that it said stands in the environment's set-up.log.
    """
    done = _run(environment, descriptor, words, beside)
    if done.returncode:
        told = done.stdout + done.stderr
        log = environment.folder / LOG
        log.write_text(told, encoding="utf-8")
        raise Refused(f"{sentence(told)} What pip said stands in {log}")
    return done.stdout


def unmet(environment: Environment, descriptor: int) -> list[str]:
    """What pip finds missing or of a wrong version in the environment, a line for each."""
    done = _run(environment, descriptor, ("check",), None)
    return done.stdout.splitlines() if done.returncode else []


def sentence(told: str) -> str:
    """What pip's many lines come down to."""
    for pattern, text in _SENTENCES:
        if found := pattern.search(told):
            return text.format(**found.groupdict())
    lines = [line.removeprefix("ERROR: ") for line in told.splitlines() if line.strip()]
    return f"pip failed: {lines[-1].strip() if lines else 'it said nothing'}"


def _run(
    environment: Environment, descriptor: int, words: tuple[str | Path, ...], beside: Path | None
) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environ |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PYTHONIOENCODING": "utf-8"}
    if beside is not None:
        environ["PYTHONPATH"] = str(beside)
    return subprocess.run(
        # -I: what PYTHONPATH names is not for pip itself.
        [environment.python, "-Im", "pip", *_ALWAYS, *words],
        cwd=environment.root,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=(descriptor,),
        check=False,
    )
