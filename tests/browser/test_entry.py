"""A browser without a good link sees nothing, and no page from elsewhere speaks for one that has."""

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.guests import Seat
from tests.browser.pages import House

pytestmark = pytest.mark.chromium
ELSEWHERE = "http://127.0.0.1:9"
"""The same site to a browser's cookies, another origin."""
_KNOCK = """(url) => new Promise((resolve) => {
  const socket = new WebSocket(url);
  socket.onopen = () => { socket.send('["stdin", "n"]'); resolve("in"); };
  socket.onerror = () => resolve("out");
})"""


def test_a_browser_without_a_link_or_with_a_wrong_one_gets_403_and_no_cookie(home: House) -> None:
    base, token = home.served.base, home.served.links["timekeeper"].rpartition("/")[2]
    with home.visit(complains=True) as visit:
        page = visit.context.new_page()
        for path in (
            "/",
            "/static/page.js",
            "/static/textual/js/textual.js",
            "/join/",
            f"/join/{token[:-1]}x",
        ):
            answer = page.goto(f"{base}{path}")
            assert answer is not None
            assert (answer.status, answer.text()) == (403, "403"), path
        assert visit.context.cookies() == []


def test_a_renewed_link_leads_nowhere_while_those_who_came_by_it_stay(own: House) -> None:
    with own.visit() as visit, own.visit(complains=True) as late:
        guest = visit.by("participant")
        guest.take_part_as("Anna")
        own.do(c.RenewLink(Seat.PARTICIPANT))
        page = late.context.new_page()
        answer = page.goto(own.served.links["participant"])
        assert answer is not None
        assert answer.status == 403
        guest.reloaded()
        guest.shows("Anna", "Information round")


def test_a_page_of_another_origin_opens_no_socket_and_frames_no_seat(home: House) -> None:
    with home.visit(complains=True) as visit:
        keeper = visit.by("timekeeper")
        keeper.shows("Information round")
        seats = len(home.served.seats)
        visit.context.route(
            f"{ELSEWHERE}/**", lambda route: route.fulfill(body="<p>elsewhere", content_type="text/html")
        )
        page = visit.context.new_page()
        page.goto(f"{ELSEWHERE}/")
        socket = home.served.base.replace("http", "ws") + "/ws?seat=timekeeper"
        assert page.evaluate(_KNOCK, socket) == "out"
        page.evaluate(
            "(url) => { document.body.innerHTML = `<iframe src='${url}'></iframe>`; }", home.served.base
        )
        frame = page.frame_locator("iframe")
        assert frame.locator("#terminal").count() == 0
        assert len(home.served.seats) == seats
        keeper.shows("Information round")
        visit.asked = [url for url in visit.asked if not url.startswith(ELSEWHERE)]


def test_no_token_leaves_the_link_and_no_other_host_is_asked(home: House) -> None:
    token = home.served.links["participant"].rpartition("/")[2]
    with home.visit() as visit:
        guest = visit.by("participant")
        guest.shows("Choose your name")
        guest.press("Escape")
        visit.again(guest.page, theme="light", lang="nl")
        guest.shows("Kies je naam")
        assert visit.hosts == {home.served.base.partition("//")[2]}
        assert [url for url in visit.asked if token in url] == [home.served.links["participant"]]
        assert all("fonts.googleapis" not in url for url in visit.asked)
        assert any(url.endswith(".ttf") for url in visit.asked)
