"""A room for tests: a real store and engine, and a clock that stands where the test puts it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.widget import Widget

from intervisie_tui import locale
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.ground_rules import GROUND_RULES
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.domain.session import Member, Role
from intervisie_tui.live import Live
from intervisie_tui.method import Method
from intervisie_tui.methods import incident
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.key_gate import KeyGate
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.style_sheet import ReadOnce
from intervisie_tui.widgets.board import BoardView
from intervisie_tui.widgets.entry_list import Row
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.scrolled import Scrolled
from intervisie_tui.widgets.theme import DARK, THEMES
from intervisie_tui.widgets.two_sided import TwoSided

NAMES = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima")
START = datetime(2026, 11, 20, 14, 0, tzinfo=UTC).timestamp()


@dataclass
class Hands:
    """A clock that a test sets."""

    seconds: float = 0.0
    boot: str = "one"

    def __call__(self) -> Moment:
        return Moment(START + self.seconds, 1000.0 + self.seconds, self.boot)


def pass_by(app: KeyGate, seconds: float = 1.0) -> None:
    """Let time pass between two keys."""
    before = app.seconds
    app.seconds = lambda: before() + seconds


class RoomApp(App[None]):
    """The room and nothing around it."""

    CSS_PATH = "../../intervisie_tui/styles/base.tcss"

    def __init__(self, live: Live, theme: str = DARK) -> None:
        super().__init__()
        # As the program does: otherwise each of these apps reads all style sheets anew.
        self.stylesheet = ReadOnce(variables=self.get_css_variables())
        self.live = live
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    async def on_mount(self) -> None:
        await self.push_screen(RoomScreen(self.live))

    @property
    def room(self) -> RoomScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, RoomScreen))

    def shown(self, selector: str) -> str:
        """All plain words in a part of the room, row under row."""
        widget = self.room.query_one(selector)
        return "\n".join(words.words for words in _words(widget) if words.display)

    async def action_switch_language(self) -> None:
        locale.use("en" if locale.language() == "nl" else "nl")
        for screen in self.screen_stack:
            await screen.recompose()


def _words(widget: Widget) -> list[Words | TwoSided | Scrolled]:
    if isinstance(widget, Words | TwoSided | Scrolled):
        return [widget]
    return [part for part in widget.query("*") if isinstance(part, Words | TwoSided | Scrolled)]


def board(app: RoomApp) -> list[str]:
    """The lines of the board in the notes pane."""
    return list(app.room.query_one("#notes BoardView", BoardView).rows)


def rows(app: RoomApp, selector: str) -> list[str]:
    return [row.words for row in app.room.query_one(selector).query(Row)]


@dataclass
class Scene:
    """What a session is made of."""

    folder: Path
    clock: Hands = field(default_factory=Hands)
    names: tuple[str, ...] = NAMES
    method: Method = incident.METHOD
    frame: Frame = Frame.NONE
    speed: float = 1.0
    owner: str | None = "m1"

    async def live(self, **changes: Any) -> Live:
        """A session that has been set up, its clock waiting."""
        rooms = Rooms.at(self.folder / "data", self.clock)
        people = tuple(Member(f"m{i}", name) for i, name in enumerate(self.names, 1))
        wish = PlanWish(len(people), self.method, frame=self.frame)
        planned = plan(wish)
        start = c.Start(
            id="s1",
            language="en",
            members=people,
            agenda=planned.phases,
            planned_seconds=planned.seconds,
            roles=((Role.TIMEKEEPER, "m2"),) if len(people) > 1 else (),
            ground_rules=tuple(rule.text for rule in GROUND_RULES[:4]),
            owner=self.owner,
            question="How can I keep my calm?",
            method=self.method.id,
            method_name=self.method.name,
            facilitator_joins=self.method.facilitator_joins,
            has_owner=self.method.has_owner,
            group_name="Kring Zwolle",
            number=4,
            of=10,
            speed=self.speed,
        )
        return await rooms.start(replace(start, **changes))


async def go(live: Live, *commands: c.Command) -> None:
    """Carry out commands that are not refused."""
    for command in commands:
        refusal = await live.do(command)
        assert refusal is None, refusal


async def to_phase(live: Live, phase: str) -> None:
    """Go on to a phase."""
    while live.session.current is not None and live.session.current.id != phase:
        await go(live, c.NextPhase(live.session.current.id))
