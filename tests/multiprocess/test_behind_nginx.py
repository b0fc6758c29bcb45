"""A session behind nginx, set up as docs/samples/nginx.conf says."""

import asyncio
import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from intervisie_tui.demo import demo_rooms
from intervisie_tui.serve.certificate import own_certificate

pytestmark = pytest.mark.nginx

SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "nginx.conf"
NAME = "localhost"
SOON = 20.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def around(sample: str, folder: Path, outside: int, inside: int) -> str:
    """The sample with this test's name, ports and certificate, and what every nginx needs around it."""
    certificate = own_certificate(folder, (NAME,), datetime.now(UTC)).path
    for found, put in (
        (r"intervisie\.example\.org;", f"{NAME};"),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{outside} ssl;"),
        (r"/etc/ssl/intervisie/\w+\.pem", str(certificate)),
        (r"127\.0\.0\.1:8000;", f"127.0.0.1:{inside};"),
    ):
        sample, count = re.subn(found, put, sample)
        assert count, f"the sample has no {found}"
    places = "".join(
        f"{what}_temp_path {folder}/{what};\n"
        for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n{places}{sample}\n}}\n"
    )


@contextmanager
def nginx(folder: Path, outside: int, inside: int) -> Iterator[None]:
    """nginx as a process of this user."""
    settings = folder / "nginx.conf"
    settings.write_text(around(SAMPLE.read_text(encoding="utf-8"), folder, outside, inside), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-c", str(settings), "-p", str(folder), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command)
    try:
        yield
    finally:
        process.terminate()
        process.wait(SOON)


@contextmanager
def served(data: Path, outside: int, inside: int) -> Iterator[dict[str, str]]:
    """The links of the only session there, served behind a proxy."""
    command = [
        sys.executable,
        "-m",
        "intervisie_tui",
        "--data-dir",
        str(data),
        "serve",
        "--json",
        "--behind-proxy",
    ]
    command += ["--port", str(inside), "--public-url", f"https://{NAME}:{outside}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(SOON)
        process.stdout.close()


def trusting(folder: Path) -> ssl.SSLContext:
    """Browsers that trust the certificate of this test and no other."""
    return ssl.create_default_context(cafile=str(own_certificate(folder, (NAME,), datetime.now(UTC)).path))


async def reached(browser: aiohttp.ClientSession, link: str) -> aiohttp.ClientResponse:
    """The answer to a link, once nginx listens."""
    while True:
        try:
            return await browser.get(link, allow_redirects=False)
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0.05)


async def seen(browser: aiohttp.ClientSession, address: str, wanted: str) -> str:
    """What a seat shows, from its beginning until that stands there."""
    shown = ""
    async with browser.ws_connect(f"{address}/ws?width=120&height=34", origin=address) as page:
        async for message in page:
            if message.type is aiohttp.WSMsgType.BINARY:
                data: bytes = message.data
                shown += data.decode("utf-8", "replace")
                if wanted in shown:
                    return shown
    raise AssertionError("it closed before it showed that")


async def test_behind_nginx_a_link_leads_to_the_session_and_a_stranger_to_nothing(tmp_path: Path) -> None:
    outside, inside = free_port(), free_port()
    address = f"https://{NAME}:{outside}"
    certificates = tmp_path / "certificates"
    certificates.mkdir()
    _, live = await demo_rooms(tmp_path / "data")
    await live.stop()
    with served(tmp_path / "data", outside, inside) as links, nginx(certificates, outside, inside):
        assert links["watch"].startswith(f"{address}/join/")
        jar = aiohttp.CookieJar(unsafe=True)
        connector = aiohttp.TCPConnector(ssl=trusting(certificates))
        async with (
            asyncio.timeout(SOON),
            aiohttp.ClientSession(connector=connector, cookie_jar=jar) as browser,
        ):
            answer = await reached(browser, links["watch"])
            assert (answer.status, answer.headers["Location"]) == (303, "/")
            assert "Secure" in answer.headers["Set-Cookie"]
            assert (await browser.get(f"{address}/")).status == 200
            assert "Incident" in await seen(browser, address, "Incident")
            browser.cookie_jar.clear()
            assert (await browser.get(f"{address}/")).status == 403
        token = links["watch"].rpartition("/")[2]
        logs = [path.read_text(errors="replace") for path in certificates.iterdir() if path.suffix == ".log"]
        assert logs
        assert all(token not in log for log in logs)
