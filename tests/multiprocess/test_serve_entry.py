"""Nobody comes in without a link (P15), or from another origin or host (P16)."""

import asyncio
import hmac
import http.client
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import CloseLink, RenewLink, ShowOut
from intervisie_tui.domain.session import Seat
from intervisie_tui.serve.tickets import Tickets
from tests.multiprocess.served import Seen, Served, a_session, browser, joined, page, serving, until

ROUTES = (
    "/", "/ws", "/static/", "/static", "/static/textual/js/textual.js", "/static/page.js", "/download/x", "/nothing",
    "/join", "/join/", "/join/AAAAAAAAAAAAAAAAAAAAAA", "/?seat=timekeeper", "//", "/../etc/passwd", "/favicon.ico",
)  # fmt: skip
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests that leave it as it is."""
    data = tmp_path_factory.mktemp("served") / "data"
    session = asyncio.run(a_session(data))
    with serving(data, session, INTERVISIE_CONFIG_DIR=str(data.parent / "config")) as made:
        yield made


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as made:
        yield made


def raw(served: Served, method: str, path: str, headers: list[tuple[str, str]]) -> http.client.HTTPResponse:
    """A request with exactly these headers, also what no client would send."""
    host, _, port = served.base.removeprefix("http://").partition(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def host_of(served: Served) -> str:
    return served.base.removeprefix("http://")


def tickets_of(served: Served) -> Tickets:
    """What the server makes its cookies with, in the hands of somebody who can read the data folder."""
    rooms = served.rooms()
    session = rooms.folded(served.session)
    assert session is not None
    return Tickets(rooms.doorway(served.session).secret(), lambda: session, lambda: 1e9)


def bad_cookies(served: Served) -> Iterator[str]:
    tickets = tickets_of(served)
    good = replace(tickets.issue(Seat.PARTICIPANT), until=int(9e9))
    sealed = tickets.sealed(good)
    name = tickets.name(Seat.PARTICIPANT)
    yield ""
    yield f"{name}="
    yield f"{name}=nonsense"
    yield f"{name}={'.' * 50}"
    yield f"{name}={sealed[:-1]}{'0' if sealed[-1] != '0' else '1'}"
    yield f"{tickets.name(Seat.TIMEKEEPER)}={sealed}"
    yield f"{name}={tickets.sealed(replace(good, until=1))}"
    yield f"{name}={sealed.replace(good.guest, 'guest-0000000000000000')}"
    other = Tickets(b"x" * 32, tickets._session, lambda: 1e9)
    yield f"{name}={other.sealed(good)}"
    yield f"{name.replace('intervisie-', 'intervisie-0')}={sealed}"
    yield f"{name}={served.links['participant'].rpartition('/')[2]}"


async def test_every_way_in_is_shut_to_who_has_no_good_cookie_and_no_seat_is_started(shared: Served) -> None:
    own = [("Host", host_of(shared)), ("Origin", shared.base)]
    before = {seat.pid for seat in shared.seats}
    upgrade = [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "13")]
    for cookie in bad_cookies(shared):
        for route in ROUTES:
            for method in METHODS if not cookie else ("GET",):
                headers = [*own, *([("Cookie", cookie)] if cookie else []), *upgrade]
                answer = await asyncio.to_thread(raw, shared, method, route, headers)
                assert answer.status == 403, (method, route, cookie)
                assert answer.headers["Server"] is None
                assert {name: answer.headers[name] for name in HEADERS} == HEADERS
                assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert {seat.pid for seat in shared.seats} <= before


@pytest.mark.parametrize("asked", ["100-continue", "kanarie"])
@pytest.mark.parametrize("route", ["/", "/nothing"])
async def test_who_expects_something_of_the_server_gets_no_other_answer(
    shared: Served, route: str, asked: str
) -> None:
    host, _, port = host_of(shared).partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    sent = f"POST {route} HTTP/1.1\r\nHost: {host_of(shared)}\r\nExpect: {asked}\r\nContent-Length: 3\r\n\r\n"
    writer.write(sent.encode())
    # Who is refused is not kept waiting either: the connection ends.
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert b"kanarie" not in answer
    assert b"Server:" not in answer
    assert b"frame-ancestors 'none'" in answer


@pytest.mark.parametrize("change", ["renewed", "of another session", "other letters", "longer", "shorter"])
async def test_a_link_that_is_none_any_more_leads_nowhere(
    served: Served, change: str, tmp_path: Path
) -> None:
    link = served.links["participant"]
    token = link.rpartition("/")[2]
    if change == "renewed":
        live = await served.rooms().open(served.session)
        assert await live.do(RenewLink(Seat.PARTICIPANT)) is None
        await live.stop()
    elif change == "of another session":
        strange = hmac.digest(
            served.rooms().doorway(served.session).secret(), b"other/participant/0", "sha256"
        )
        link = link.replace(token, strange.hex()[:22])
    else:
        link = link.replace(
            token, {"other letters": token.swapcase(), "longer": token + "A"}.get(change, token[:-1])
        )
    async with browser() as made:
        statuses: list[int] = []
        # What was written a moment ago is read within a frame or two.
        while not statuses or (change == "renewed" and statuses[-1] != 403 and len(statuses) < 200):
            async with made.get(link, allow_redirects=False) as answer:
                statuses.append(answer.status)
        assert statuses[-1] == 403


GOOD = "GOOD"
ORIGINS = (
    None,
    "null",
    "GOOD.evil.example",
    "http://evil.example",
    "https:GOOD",
    "UPPER",
    "GOOD/",
    "OTHER PORT",
    "",
)
HOSTS = (None, "evil.example", "UPPER", "OTHER PORT", "no port", "GOOD.evil.example", "localhost")


def variant(served: Served, kind: str | None, good: str) -> str | None:
    if kind is None:
        return None
    port = host_of(served).partition(":")[2]
    named = {
        "UPPER": good.replace("127.0.0.1", "LOCALHOST").replace("http", "HTTP"),
        "OTHER PORT": good.replace(port, "1"),
        "no port": good.replace(f":{port}", ""),
        "https:GOOD": good.replace("http:", "https:"),
        "localhost": f"localhost:{port}",
    }
    return named.get(kind, kind.replace(GOOD, good))


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [(GOOD, GOOD, 101), *((GOOD, origin, 403) for origin in ORIGINS), *((host, GOOD, 403) for host in HOSTS)],
)
async def test_a_socket_opens_for_the_one_host_and_origin_only(
    shared: Served, host: str | None, origin: str | None, status: int
) -> None:
    tickets = tickets_of(shared)
    cookie = (
        f"{tickets.name(Seat.STAGE)}={tickets.sealed(replace(tickets.issue(Seat.STAGE), until=int(9e9)))}"
    )
    headers = [("Cookie", cookie), ("Upgrade", "websocket"), ("Connection", "Upgrade")]
    headers += [("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")]
    for name, kind, good in (("Host", host, host_of(shared)), ("Origin", origin, shared.base)):
        value = variant(shared, kind, good)
        if value is not None:
            headers.append((name, value))
    answer = await asyncio.to_thread(raw, shared, "GET", "/ws", headers)
    # Without any host it is no request.
    assert answer.status == status or (host is None and answer.status == 400)
    assert answer.headers["Server"] is None
    if status == 101:
        # Its seat waits a while for who has gone; the next case counts them.
        await until(lambda: bool(shared.seats))
        await until(lambda: not shared.seats)
    assert not shared.seats


async def test_a_name_longer_than_any_file_has_is_not_found(served: Served) -> None:
    async with joined(served, "watch") as inside, inside.get(f"{served.base}/static/{'x' * 3000}") as answer:
        assert answer.status == 404
    served.process.terminate()
    _out, err = served.process.communicate(timeout=10)
    assert "Error" not in err


@pytest.mark.parametrize("host", [host for host in HOSTS if host])
async def test_a_page_opens_under_its_own_host_only(shared: Served, host: str) -> None:
    for route in ("/", shared.links["watch"].removeprefix(shared.base)):
        value = variant(shared, host, host_of(shared)) or ""
        answer = await asyncio.to_thread(raw, shared, "GET", route, [("Host", value)])
        assert answer.status == 403
        assert answer.headers["Set-Cookie"] is None


async def test_a_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts(shared: Served) -> None:
    async with browser() as made, made.get(shared.links["watch"], allow_redirects=False) as answer:
        assert answer.headers["Location"] == "/"
        cookie = answer.headers["Set-Cookie"]
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


async def test_with_several_cookies_the_lowest_right_counts_unless_a_seat_is_named(served: Served) -> None:
    async with joined(served, "timekeeper", "watch") as both:
        async with page(both, served) as seen:
            await seen.until(lambda: bool(seen.said))
            assert seen.said[0] == ["size", 120, 34]
        async with page(both, served, seat="timekeeper") as seen:
            await seen.shows("Speaking order")
            assert ["size", 120, 34] not in seen.said
        async with both.get(f"{served.base}/?seat=participant") as answer:
            assert answer.status == 403


async def test_a_link_leads_to_its_own_seat_also_where_a_browser_holds_another(served: Served) -> None:
    async with joined(served, "watch") as both:
        for link, seat in (("timekeeper", "timekeeper"), ("watch", "stage"), ("participant", "participant")):
            async with both.get(served.links[link], allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (303, "/")
            async with both.get(f"{served.base}/") as answer:
                assert f'data-seat="{seat}"' in await answer.text()
        async with both.get(f"{served.base}/?seat=watch") as answer:
            assert 'data-seat="stage"' in await answer.text()


async def test_who_is_shown_out_is_out_at_once_and_the_others_stay(served: Served) -> None:
    async with joined(served, "participant") as one, joined(served, "participant") as other:  # noqa: SIM117 - two of a kind in each line
        async with page(one, served) as out, page(other, served) as still:
            await until_drawn(out)
            await until_drawn(still)
            live = await served.rooms().open(served.session)
            await still.until(lambda: len(present(served)) == 2)
            assert await live.do(ShowOut(present(served)[0])) is None
            done = set(await asyncio.gather(pages_end(out), pages_end(still)))
            await live.stop()
            assert done == {4403, None}
            statuses = []
            for made in (one, other):
                async with made.get(served.base) as answer:
                    statuses.append(answer.status)
            assert sorted(statuses) == [200, 403]


def present(served: Served) -> tuple[str, ...]:
    """The guests who are in, as the rooms are told."""
    doors = served.rooms().doors(served.session)
    return doors.present if doors else ()


async def pages_end(seen: Seen) -> int | None:
    """The code with which it was closed within two seconds; None where it was not."""
    try:
        return await seen.closed(2.0)
    except TimeoutError:
        return None


async def until_drawn(seen: Seen) -> None:
    await seen.until(lambda: seen.drawn > 1000)


async def test_a_link_that_is_renewed_leaves_those_in_and_one_that_is_closed_does_not(served: Served) -> None:
    async with joined(served, "participant") as made, page(made, served) as seen:
        await until_drawn(seen)
        live = await served.rooms().open(served.session)
        assert await live.do(RenewLink(Seat.PARTICIPANT)) is None
        assert await pages_end(seen) is None
        async with made.get(served.base) as answer:
            assert answer.status == 200
    async with joined(replace_links(served), "participant") as made, page(made, served) as seen:
        await until_drawn(seen)
        assert await live.do(CloseLink(Seat.PARTICIPANT)) is None
        assert await seen.closed(5.0) == 4403
        await live.stop()
        async with made.get(served.base) as answer:
            assert answer.status == 403
        await until(lambda: not served.seats)


def replace_links(served: Served) -> Served:
    """The server with the links of now."""
    links = {str(seat): link for seat, link in served.rooms().links(served.session).items()}
    return Served(served.process, {"watch": links["stage"], **links}, served.data, served.session)


async def test_what_is_no_request_is_told_nothing(shared: Served) -> None:
    host, _, port = host_of(shared).partition(":")
    for sent in (
        b"\x16\x03\x01\x02\x00\x01",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a b\x00\r\n\r\n",
        b"canary\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(sent + b"\r\n\r\n")
        answer = await asyncio.wait_for(reader.read(), 10)
        assert b"Server:" not in answer
        assert b"aiohttp" not in answer
        assert b"canary" not in answer
        writer.close()
