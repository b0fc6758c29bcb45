"""The pictures of the stage, beside all others."""

from pathlib import Path

from intervisie_tui.demo import demo_rooms
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.domain.shown import Shown
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from tools.scenes import SCENES, Scene, Stage, keys, now


def on_stage(*shown: Shown) -> Stage:
    """The demo on the stage, with what the group chose to see."""

    async def made(folder: Path) -> tuple[Rooms, Live | None]:
        rooms, live = await demo_rooms(folder, now)
        for what in shown:
            await live.do(c.ShowOnStage(what))
        await live.stop()
        return rooms, await rooms.open(live.session.id, Seat.STAGE)

    return made


EVERY: dict[str, Scene] = {
    **SCENES,
    "stage": Scene(on_stage(), keys()),
    "stage-shown": Scene(on_stage(*Shown), keys()),
    "stage-enlarged": Scene(on_stage(), keys("z")),
}
