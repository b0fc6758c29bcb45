"""`intervisie serve` and what it is asked for: ports, hosts, other addresses, certificates."""

import asyncio
import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.multiprocess.served import PROGRAM, a_session, joined, page, serving

pytestmark = pytest.mark.alone


def run(data: Path, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """A server that is expected to say why not."""
    environ = {**os.environ, "INTERVISIE_DATA_DIR": str(data), **environ}
    return subprocess.run(
        [*PROGRAM, "serve", *words], capture_output=True, text=True, env=environ, timeout=30, check=False
    )


async def test_a_port_in_use_is_told_with_one_that_is_free(tmp_path: Path) -> None:
    await a_session(tmp_path / "data")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(tmp_path / "data", "--port", str(port))
        assert done.returncode == 1
        assert f"Port {port} is in use" in done.stderr
        found = re.search(r"--port (\d+)", done.stderr)
        assert found is not None
        assert "Traceback" not in done.stderr
        with socket.socket() as free:
            free.bind(("127.0.0.1", int(found[1])))


async def test_a_second_server_of_a_session_says_so(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        done = run(tmp_path / "data", session, "--port", "0")
        assert done.returncode == 1
        assert "served already" in done.stderr
        assert served.base in done.stderr
        served.process.kill()
        served.ended()
        with serving(tmp_path / "data", session) as again:
            assert again.links.keys() == served.links.keys()


async def test_a_server_that_cannot_start_seats_says_so_and_ends(tmp_path: Path) -> None:
    await a_session(tmp_path / "data")
    breaking = "import os, sys\nif any('forkserver' in word for word in sys.orig_argv):\n    os._exit(1)\n"
    (tmp_path / "sitecustomize.py").write_text(breaking, encoding="utf-8")
    done = run(tmp_path / "data", "--port", "0", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


async def test_a_folder_for_what_does_not_last_may_have_a_long_name(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    # Few letters of many bytes: those count in the name of a socket.
    with (
        TemporaryDirectory(prefix="𝔱" * 30, dir="/tmp") as folder,
        serving(tmp_path / "data", session, TMPDIR=folder) as served,
    ):
        assert served.links["watch"]


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--host", "0.0.0.0"], "add --lan", 2),
        (["--port", "x"], "x is no port", 2),
        (["--port", "70000"], "70000 is no port", 2),
        (["--behind-proxy"], "--public-url", 2),
        (["--public-url", "https://a.example"], "Nothing here encrypts", 2),
        (["--public-url", "http://a.example", "--behind-proxy"], "not be encrypted", 2),
        (["--public-url", "http://a.example", "--lan"], "not be encrypted", 2),
        (["--public-url", "https://a.example/path", "--behind-proxy"], "no address", 2),
        (["--public-url", "ftp://a.example", "--behind-proxy"], "no address", 2),
        (["--public-url", "https://co..peratie.example", "--behind-proxy"], "no address", 2),
        (["--public-url", "https://coö peratie.example", "--behind-proxy"], "no address", 2),
        (["--host", "127.0.0.1", "--lan"], "cannot come in", 2),
        (["--cert", "x.pem"], "belong together", 2),
        (["--cert", "/nothing.pem", "--key", "/nothing.pem"], "cannot be used", 1),
        (["--host", "192.0.2.77", "--lan", "--port", "0"], "Cannot listen", 1),
        (["nothing"], "There is no session nothing", 1),
    ],
)
async def test_what_does_not_fit_is_a_sentence_and_a_hint(
    words: list[str], said: str, code: int, tmp_path: Path
) -> None:
    await a_session(tmp_path / "data")
    done = run(tmp_path / "data", *words)
    assert (said in done.stderr, done.returncode) == (True, code), done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


async def test_without_a_session_there_is_nothing_to_serve(tmp_path: Path) -> None:
    done = run(tmp_path / "data")
    assert (done.returncode, "There is no unfinished session" in done.stderr) == (1, True)


async def test_in_a_network_all_is_encrypted_and_the_fingerprint_is_the_one_that_browsers_see(
    tmp_path: Path,
) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session, "--lan", "--port", "0") as served:
        host, port = served.base.removeprefix("https://").rsplit(":", 1)
        assert served.base.startswith("https://")
        pem = ssl.get_server_certificate((host, int(port)))
        assert (tmp_path / "data" / "certificate.pem").stat().st_mode & 0o777 == 0o600
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await seen.shows("Information round")
            cookies = list(browser.cookie_jar)
            assert cookies
            assert all(cookie["secure"] for cookie in cookies)
        doors = served.rooms().doors(session)
        assert doors is not None
        served.process.terminate()
        _out, err = served.process.communicate(timeout=10)
        assert "Everybody in this network" in err
        from intervisie_tui.serve.certificate import fingerprint

        assert (doors.lan, doors.fingerprint) == (True, fingerprint(pem))
        assert doors.fingerprint in err
    with serving(tmp_path / "data", session, "--lan", "--port", "0") as again:
        host, port = again.base.removeprefix("https://").rsplit(":", 1)
        assert ssl.get_server_certificate((host, int(port))) == pem


async def test_behind_a_proxy_pages_are_for_the_public_address_only(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    words = ("--behind-proxy", "--public-url", "https://circle.example", "--port", "0")
    with serving(tmp_path / "data", session, *words) as served:
        assert all(link.startswith("https://circle.example/join/") for link in served.links.values())


async def test_behind_a_proxy_a_name_with_a_diacritic_comes_in_and_a_lost_port_is_said_once(
    tmp_path: Path,
) -> None:
    """Field-cases 15 and R4."""
    session = await a_session(tmp_path / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ("--behind-proxy", "--public-url", "https://coöperatie.example:8443", "--port", str(port))
    name = "xn--coperatie-17a.example"
    with serving(tmp_path / "data", session, *words) as served:
        assert served.base == f"https://{name}:8443"
        path = served.links["watch"].removeprefix(served.base)
        asked = [
            f"{name}:8443",
            f"{name.upper()}.:8443",
            name,
            name,
            f"{name}:443",
            "\x1b[31m",
            "evil.example",
        ]
        found = []
        for host in asked:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
                connection.putrequest("GET", path, skip_host=True)
                connection.putheader("Host", host)
                connection.endheaders()
                with connection.getresponse() as answer:
                    found.append(answer.status)
        assert found == [303, 303, 403, 403, 403, 400, 403]
        served.process.terminate()
        _out, err = served.process.communicate(timeout=10)
    said = [line for line in err.splitlines() if "Refused" in line]
    assert said == [
        f"intervisie serve: Refused: a request for the host {name}; the links are for {name}:8443."
    ]
    assert err.count("proxy_set_header Host $http_host;") == 1
    assert err.count("header_up Host {http.request.hostport}") == 1
    assert path not in err


def test_the_words_for_people_name_three_links_and_ctrl_c_ends_it_within_a_second(
    tmp_path: Path,
) -> None:
    session = asyncio.run(a_session(tmp_path / "data"))
    environ = {**os.environ, "INTERVISIE_DATA_DIR": str(tmp_path / "data"), "INTERVISIE_LANG": "nl"}
    process = subprocess.Popen(
        [*PROGRAM, "serve", session, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=environ,
    )  # fmt: skip
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(4)]
    assert [line.split(":")[0] for line in said[:3]] == ["Meekijken", "Meedoen", "Tijd bewaken"]
    assert all("/join/" in line for line in said[:3])
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (0, "")
    assert time.monotonic() - began < 1.0
