"""What a seat draws when its window gets another size; a process is the seat and the server in one."""

import json
import re

import pytest

from tests.multiprocess.children import child, lines

PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
CLEAR = "\x1b[2J"

SEAT = """
import asyncio, json, os, socket, sys
from functools import partial
from textual.app import App
from textual.widgets import Label
from intervisie_tui.serve.driver import SeatDriver
from intervisie_tui.serve.wire import DATA, Unpacker, meta

drawn = []

class Ticking(App):
    CSS = "Label { dock: right; width: 8; height: 100%; }"

    def compose(self):
        yield Label("edge")

    async def on_resize(self):
        # It ticks when the size is told, before anything is laid out for that.
        if "edge" in "".join(drawn):
            self.query_one(Label).update("tick")
            await until("tick")

async def until(text):
    while text not in "".join(drawn):
        await asyncio.sleep(0.01)

async def main():
    here, there = socket.socketpair()
    there.setblocking(False)
    loop, unpacker = asyncio.get_running_loop(), Unpacker()
    app = Ticking()
    app.driver_class = partial(SeatDriver, here, True)
    running = loop.create_task(app.run_async(size=(100, 30)))

    async def read():
        while True:
            for kind, content in unpacker.feed(await loop.sock_recv(there, 65536)):
                if kind == DATA:
                    drawn.append(content.decode())

    reading = loop.create_task(read())
    await until("edge")
    width, height = map(int, sys.argv[1:])
    await loop.sock_sendall(there, meta("resize", width=width, height=height))
    while app.screen.outer_size != (width, height):
        await asyncio.sleep(0.01)
    app.query_one(Label).update("last")
    await until("last")
    print(json.dumps(drawn), flush=True, file=sys.__stdout__)
    os._exit(0)

asyncio.run(main())
"""


@pytest.mark.parametrize(("width", "height"), [(60, 20), (99, 30), (100, 12), (140, 40)])
def test_what_was_drawn_for_another_size_is_cleared_away(width: int, height: int) -> None:
    """A larger window shows the same app: what lies beside the picture would stay."""
    with child(SEAT, width, height) as seat:
        drawn = "".join(json.loads(lines(seat, 1)[0]))
    before, cleared, after = drawn.rpartition(CLEAR)
    assert cleared
    assert "tick" in before
    assert {(int(row) <= height, int(column) <= width) for row, column in PLACE.findall(after)} == {
        (True, True)
    }
