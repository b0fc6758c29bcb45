"""The servers that this program has started: one process for each session whose doors it opened."""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path

from intervisie_tui.locale import _, language
from intervisie_tui.ports import listening

FIRST, PORTS = 8000, 20
"""The port that is tried first, and how many are tried before any free one is taken."""
READY = 30.0
"""Seconds in which a server has to be there; making its first certificate takes a few on a slow machine."""
GONE = 3.0
"""Seconds in which a server has to end when it is asked to."""
_HERE, _ANYWHERE = "127.0.0.1", ""
_MOST = 900


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was started, and what it says of itself."""

    process: Process
    said: asyncio.Task[str]


class Doorkeeper:
    """Starts servers and ends them. They end with this program, however that ends: they read what it never writes."""

    def __init__(self, data_dir: Path, config_dir: Path) -> None:
        self._folders = {"INTERVISIE_DATA_DIR": str(data_dir), "INTERVISIE_CONFIG_DIR": str(config_dir)}
        self._servers: dict[str, Server] = {}
        self._ports: dict[str, int] = {}
        self._for_all: set[str] = set()
        self._order = asyncio.Lock()

    def keeps(self, session: str) -> bool:
        """Whether this program opened the doors of that session, and they are open still."""
        server = self._servers.get(session)
        return server is not None and server.process.returncode is None

    async def open(self, session: str, *, lan: bool = False) -> str | None:
        """Start the server of a session, for this machine only or for the network; None, or why it cannot be."""
        async with self._order:
            if self.keeps(session) and (session in self._for_all) == lan:
                return None
            await self._end(session)
            return await self._try_ports(session, lan)

    async def _try_ports(self, session: str, lan: bool) -> str | None:
        why: str | None = None
        # The port of before comes first, so that the links of before hold.
        for port in dict.fromkeys((self._ports.get(session, FIRST), *range(FIRST, FIRST + PORTS), 0)):
            if not _free(port, lan):
                continue
            why = await self._start(session, port, lan)
            if why is None:
                self._ports[session] = port
                (self._for_all.add if lan else self._for_all.discard)(session)
            # Another program may have been first.
            if why is None or _free(port, lan):
                break
        return why

    async def _start(self, session: str, port: int, lan: bool) -> str | None:
        options = ("--json", "--attended", "--port", str(port), *(("--lan",) if lan else ()))
        try:
            server = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "intervisie_tui", "serve", session, *options),
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                env={**os.environ, **self._folders, "INTERVISIE_LANG": language()},
                # What a terminal tells all its programs is told to this one alone.
                start_new_session=True,
            )
        except OSError as error:
            return _("The doors cannot be opened: {why}", why=error.strerror or type(error).__name__)
        assert server.stderr is not None
        said = asyncio.create_task(_first_words(server.stderr))
        self._servers[session] = Server(server, said)
        if await _is_ready(server):
            return None
        await self._end(session)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GONE):
                return await said or _silent()
        return _silent()

    async def shut(self, session: str) -> None:
        """End the server of a session, where this program has one."""
        async with self._order:
            await self._end(session)

    async def _end(self, session: str) -> None:
        server = self._servers.pop(session, None)
        if server is None:
            return
        process = server.process
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(GONE):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def shut_all(self) -> None:
        """End all of them, also one that is just being started."""
        await asyncio.gather(*map(self._end, list(self._servers)))


async def _is_ready(server: Process) -> bool:
    """Wait until it can be reached; False where it ended before, or says nothing."""
    assert server.stdout is not None
    try:
        async with asyncio.timeout(READY):
            return bool(await server.stdout.readline())
    except TimeoutError:
        return False


def _silent() -> str:
    return _("The doors cannot be opened: the server says nothing. Try it again.")


async def _first_words(stream: asyncio.StreamReader) -> str:
    """What is said there first; the rest is read too, or who says it would have to wait."""
    said = b""
    while more := await stream.read(4096):
        said += more[: _MOST - len(said)]
    return " ".join(said.decode("utf-8", "replace").split())


def _free(port: int, lan: bool) -> bool:
    """Whether a server could listen there."""
    try:
        listening(_ANYWHERE if lan else _HERE, port).close()
    except OSError:
        return False
    return True
