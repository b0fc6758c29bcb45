"""Addresses: how a host is written, which one a request names, what is said of another (15, R4)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.serve.address import address, read_address
from intervisie_tui.serve.host_names import host_name
from intervisie_tui.serve.wrong_host import EVERY, MOST, WrongHost

FOUND = [
    ("https://circle.example", "https://circle.example"),
    ("https://Circle.Example:443/", "https://circle.example"),
    ("http://circle.example:80", "http://circle.example"),
    ("https://circle.example:80", "https://circle.example:80"),
    ("https://circle.example.", "https://circle.example"),
    ("https://circle.example.:8443", "https://circle.example:8443"),
    ("http://[::1]:8000", "http://[::1]:8000"),
    ("https://[2001:DB8:0:0::1]:443", "https://[2001:db8::1]"),
    ("https://192.168.50.1:8443", "https://192.168.50.1:8443"),
    # What is not ASCII comes from browsers as punycode, whatever way it was typed.
    ("https://coöperatie.example", "https://xn--coperatie-17a.example"),
    ("https://COÖPERATIE.example:8443", "https://xn--coperatie-17a.example:8443"),
    ("https://coo\N{COMBINING DIAERESIS}peratie.example", "https://xn--coperatie-17a.example"),
    ("https://xn--coperatie-17a.example", "https://xn--coperatie-17a.example"),
    ("https://straße.example", "https://xn--strae-oqa.example"),
    ("https://intervisie.köln.example.", "https://intervisie.xn--kln-sna.example"),
    ("https://例え。テスト", "https://xn--r8jz45g.xn--zckzah"),
    ("https://пример.example", "https://xn--e1afmkfd.example"),
    ("https://p\N{CYRILLIC SMALL LETTER A}ypal.example", "https://xn--pypal-4ve.example"),
    ("https://☕.example", "https://xn--53h.example"),
    ("https://ﬁjn.example", "https://fijn.example"),
    ("https://in\N{SOFT HYPHEN}tervisie.example", "https://intervisie.example"),
    ("https://my_host.example", "https://my_host.example"),
]
NONE = [
    *("", "circle.example", "https://", "https://circle.example/path", "https://me@circle.example"),
    *("https://:secret@circle.example", "https://circle.example?x", "https://circle.example:99999"),
    *("https://circle.example:0", "https://circle.example:eight", "ftp://circle.example"),
    # No browser goes there.
    *("https://a..example", "https://.", "https://..", "https://circle.example..", "https://-a.example"),
    *(
        "https://a b.example",
        "https://a<b>.example",
        "https://a%20b.example",
        "https://1.2.3",
        "https://0x7f.1",
    ),
    *("https://256.1.1.1", "https://xn--zzzzzzz99999.example", "https://xn--abc-.example"),
    *(
        f"https://{'é' * 64}.example",
        f"https://{'a' * 64}.example",
        "https://" + "abcdefgh." * 30 + "example",
    ),
    *("https://[fe80::1%25eth0]", "https://[::1", "https://::1", "https://\u202ecircle.example"),
    "https://a\N{ZERO WIDTH JOINER}b.example",
]


@pytest.mark.parametrize(("url", "found"), FOUND)
def test_an_address_is_a_scheme_and_a_host_as_browsers_send_it(url: str, found: str) -> None:
    read = read_address(url)
    assert read is not None
    assert read.url == found
    assert read.is_named_by(read.host)
    assert read_address(read.url) == read


@pytest.mark.parametrize("url", NONE)
def test_what_no_browser_could_reach_is_no_address(url: str) -> None:
    assert read_address(url) is None


@given(st.text(st.characters()) | st.text(st.sampled_from("a.-:0 é\udcff\u200d\u0301ßx☕")))
def test_any_text_is_a_host_in_ascii_or_none(text: str) -> None:
    found = host_name(text)
    assert found is None or (found.isascii() and found == found.lower() and host_name(found) == found)


def test_the_usual_port_is_not_said() -> None:
    assert address("http", "localhost", 80).url == "http://localhost"
    assert address("https", "::1", 444).host == "[::1]:444"


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("xn--coperatie-17a.example", True),
        ("XN--Coperatie-17a.EXAMPLE", True),
        ("xn--coperatie-17a.example.", True),
        ("xn--coperatie-17a.example:443", True),
        ("coöperatie.example", True),
        ("xn--coperatie-17a.example:8443", False),
        ("xn--coperatie-17a.example:80", False),
        ("xn--coperatie-17a.example:443:443", False),
        ("xn--coperatie-17a.example:４４３", False),
        ("cooperatie.example", False),
        ("coperatie.example", False),
        ("xn--coperatie-17a.example.evil.example", False),
        ("evil.xn--coperatie-17a.example", False),
        ("xn--coperatie-17a.example,evil.example", False),
        ("[xn--coperatie-17a.example]", False),
        ("", False),
    ],
)
def test_a_request_names_an_address_in_any_way_that_means_the_same(host: str, named: bool) -> None:
    found = read_address("https://coöperatie.example")
    assert found is not None
    assert found.is_named_by(host) is named


def test_an_origin_is_the_address_itself_and_may_have_the_dot_that_somebody_typed() -> None:
    assert address("https", "x.example", 8443).origins == (
        "https://x.example:8443",
        "https://x.example.:8443",
    )


class Log:
    """A server's log, and a clock that the test moves."""

    def __init__(self, url: str, *, behind_proxy: bool = True) -> None:
        self.lines: list[str] = []
        self.seconds = 0.0
        wanted = read_address(url)
        assert wanted is not None
        self._said = WrongHost(wanted, behind_proxy, lambda: self.seconds, self.lines.append)

    def comes(self, host: str, seconds: float = 0.0) -> list[str]:
        """A request comes for that host; the lines that this gives."""
        self.seconds += seconds
        before = len(self.lines)
        self._said.came(host)
        return self.lines[before:]


@pytest.mark.parametrize(
    ("url", "came"),
    [
        ("https://x.example:8443", "x.example"),
        ("https://x.example:8443", "x.example:443"),
        ("https://x.example", "x.example:8000"),
        ("https://x.example", "127.0.0.1:8000"),
        ("https://x.example", "intervisie_upstream"),
        ("https://x.example", "[::1]:8000"),
        ("https://[2001:db8::1]:8443", "[2001:db8::1]"),
        ("https://coöperatie.example", "cooperatie.example"),
    ],
)
def test_a_host_that_a_proxy_changed_is_said_with_the_one_that_is_wanted_and_the_mend(
    url: str, came: str
) -> None:
    said = "\n".join(Log(url).comes(came))
    wanted = read_address(url)
    assert wanted is not None
    assert f"for the host {came};" in said
    assert wanted.host in said
    assert "nginx: proxy_set_header Host $http_host;" in said
    assert "Caddy: header_up Host {http.request.hostport}" in said


def test_without_a_proxy_nothing_is_said_of_one() -> None:
    (said,) = Log("http://127.0.0.1:8000", behind_proxy=False).comes("localhost:8000")
    assert "localhost:8000" in said
    assert "nginx" not in said


def test_it_is_said_once_for_a_host_and_once_a_minute_for_all() -> None:
    log = Log("https://x.example:8443")
    assert log.comes("x.example")
    assert not log.comes("x.example", EVERY * 2)
    assert log.comes("y.example")
    assert not log.comes("z.example", EVERY - 1)
    assert log.comes("z.example", 2)
    said = [log.comes(f"h{number}.example", EVERY) for number in range(200)]
    assert sum(map(bool, said)) == MOST - 3


@pytest.mark.parametrize(
    "host",
    ["a b", "\x1b[31mx", "x\ny", "é.example", "<script>", "a" * 101, "x;rm", "", "a..b", "x\u202ey", "1.2.3"],
)
def test_what_is_no_host_is_never_repeated(host: str) -> None:
    assert Log("https://x.example").comes(host) == []


@given(st.text(max_size=120))
def test_nothing_that_a_terminal_could_obey_comes_into_the_log(host: str) -> None:
    for line in Log("https://x.example").comes(host):
        assert re.fullmatch(r"[ -~]+", line)
