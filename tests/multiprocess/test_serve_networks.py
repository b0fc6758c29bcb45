"""`serve --lan` on machines with other networks than this one: who is let in where, and what the link says (23)."""

import json
from pathlib import Path

import pytest

from tests.multiprocess.network import run_apart, way_apart
from tests.multiprocess.served import PROGRAM, a_session

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(not way_apart(), reason="this machine makes no network namespace (unshare, ip, veth)"),
]

ASKS = """
import http.client, json, ssl, subprocess, sys
from cryptography import x509

data, session, hosts, *program = sys.argv[1:]
server = subprocess.Popen(
    [*program, "--data-dir", data, "serve", session, "--lan", "--json", "--port", "8000"],
    stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
)
line = server.stdout.readline()
seen = {"link": json.loads(line)["participant"].partition("/join/")[0] if line else "", "answers": {}}
try:
    if line:
        path = "/join/" + json.loads(line)["participant"].rpartition("/")[2]
        for host in json.loads(hosts):
            trusting = ssl.create_default_context()
            trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
            connection = http.client.HTTPSConnection(host, 8000, context=trusting, timeout=10)
            connection.request("GET", path)
            seen["answers"][host] = connection.getresponse().status
        pem = ssl.get_server_certificate(("127.0.0.1", 8000))
        names = x509.load_pem_x509_certificate(pem.encode()).extensions.get_extension_for_class(
            x509.SubjectAlternativeName
        ).value
        seen["names"] = [str(name) for name in names.get_values_for_type(x509.IPAddress)]
finally:
    server.terminate()
    seen["said"], seen["code"] = server.communicate(timeout=10)[1], server.returncode
print(json.dumps(seen))
"""

MACHINES: list[tuple[dict[str, tuple[str, ...]], str, tuple[str, ...]]] = [
    ({"eth0": ("192.168.50.1/24",)}, "", ("192.168.50.1",)),
    ({"tun0": ("10.8.0.2/24",), "wlan0": ("192.168.1.23/24",)}, "tun0", ("192.168.1.23", "10.8.0.2")),
    (
        {"docker0": ("172.17.0.1/16",), "enp3s0": ("10.0.0.4/24", "fd00::4/64"), "wg0": ("10.66.0.2/32",)},
        "wg0",
        ("10.0.0.4", "fd00::4", "10.66.0.2", "172.17.0.1"),
    ),
    ({"eth0": ("fd12::5/64",)}, "", ("fd12::5",)),
]


def _url(host: str) -> str:
    return f"https://[{host}]:8000" if ":" in host else f"https://{host}:8000"


@pytest.mark.parametrize(("interfaces", "default", "addresses"), MACHINES)
async def test_the_link_is_the_likely_address_and_every_other_one_is_told_and_let_in(
    tmp_path: Path, interfaces: dict[str, tuple[str, ...]], default: str, addresses: tuple[str, ...]
) -> None:
    session = await a_session(tmp_path / "data")
    words = (str(tmp_path / "data"), session, json.dumps(addresses), *PROGRAM)
    done = run_apart(interfaces, default, ASKS, *words, folder=tmp_path)
    assert done.stdout, done.stderr
    seen = json.loads(done.stdout)
    assert seen["link"] == _url(addresses[0])
    assert seen["answers"] == dict.fromkeys(addresses, 303)
    assert set(addresses) <= set(seen["names"])
    for other in addresses[1:]:
        assert _url(other) in seen["said"]


async def test_a_machine_without_any_network_says_so_and_links_to_nothing(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    words = (str(tmp_path / "data"), session, "[]", *PROGRAM)
    seen = json.loads(run_apart({}, "", ASKS, *words, folder=tmp_path).stdout)
    assert (seen["link"], seen["code"]) == ("", 1)
    assert "This machine has no address that others could reach" in seen["said"]
    assert "Traceback" not in seen["said"]
