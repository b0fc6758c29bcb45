"""`intervisie start`: from the options to a session whose clock waits."""

import asyncio
from argparse import Namespace
from dataclasses import replace

from intervisie_tui import clock
from intervisie_tui.cli.case_text import case_of, type_here_again
from intervisie_tui.cli.circle import Circle, circle_of
from intervisie_tui.cli.method_choice import answered, chosen_method
from intervisie_tui.cli.rooms_open import need_terminal, screen
from intervisie_tui.cli.talk import MISUSED, Stop, refused, short, warn
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.ground_rules import ground_rules
from intervisie_tui.domain.plan import Plan, PlanWish, plan
from intervisie_tui.domain.plan_warnings import minutes_from
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Order
from intervisie_tui.live import Live
from intervisie_tui.locale import _, language, tell
from intervisie_tui.method import Method, Text
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import Settings
from intervisie_tui.unfinished import named

FASTEST = 10_000.0


def start(asked: Namespace) -> int:
    """Make the session, then open its room."""
    rooms = Rooms.at(asked.data_dir)
    speed = speed_of(asked.speed)
    circle = circle_of(asked, rooms)
    _enough(circle, speed)
    chosen = chosen_method(asked.method, rooms)
    method = chosen.method if chosen is not None else None
    frame = Frame(asked.frame or rooms.settings.frame)
    _complete(frame, method, circle.owner)
    minutes = minutes_of(asked.minutes, frame, rooms.settings)
    need_terminal(typed=asked.case != "-")
    question = case_of(asked.case)
    wish, late = answered(PlanWish(len(circle.members), method, minutes, frame, circle.number), chosen)
    made = plan(wish)
    warnings = (*late, *_warnings(circle, method, made))
    for warning in warnings:
        warn(warning)
    command = _command(circle, method, made)
    command = replace(command, question=question, speed=speed, order=_order(rooms.settings))
    if not command.ground_rules:
        command = replace(command, ground_rules=_usual_rules(rooms.settings))
    live = asyncio.run(_made(rooms, circle, command))
    if asked.case == "-":
        type_here_again()
    return screen(rooms, live, asked.theme, warnings)


def speed_of(typed: str | None) -> float:
    """How many times faster the clock runs; 1 without a wish. Stop for what is none."""
    if typed is None:
        return 1.0
    try:
        speed = float(typed.replace(",", "."))
    except ValueError:
        speed = 0.0
    if not 0 < speed <= FASTEST:
        message = _("--speed cannot be {typed}", typed=short(typed))
        raise Stop(message, _("Give a number above 0, such as 60: an hour in a minute"), MISUSED)
    return speed


def minutes_of(typed: str | None, frame: Frame, settings: Settings) -> float | None:
    """The minutes of the whole session; None where the method's own count. Stop for what is none."""
    if typed is None:
        return None if frame is Frame.NONE else settings.minutes
    minutes = minutes_from(typed)
    if isinstance(minutes, Refusal):
        raise refused(minutes, MISUSED)
    return minutes


def _enough(circle: Circle, speed: float) -> None:
    if not circle.members:
        raise Stop(_("Who takes part?"), _("Name them: intervisie start --member Anna Bram Chantal"), MISUSED)
    if len(circle.members) == 1 and speed == 1.0:
        raise Stop(
            _("A session takes at least two people"), _("Alone you can rehearse: add --speed 60"), MISUSED
        )


def _complete(frame: Frame, method: Method | None, owner: str | None) -> None:
    """Only in a full frame there is a phase to choose in."""
    if frame is Frame.FULL:
        return
    if method is None:
        raise Stop(
            _("With the frame {frame} the method is chosen before the start", frame=frame.value),
            _("Add --method ID (`intervisie methods` lists them), or take --frame full"),
            MISUSED,
        )
    if method.has_owner and owner is None:
        raise Stop(
            _("With the frame {frame} it is known before the start who brings the case", frame=frame.value),
            _("Add --owner NAME, or take --frame full"),
            MISUSED,
        )


def _warnings(circle: Circle, method: Method | None, made: Plan) -> tuple[str, ...]:
    """What is to be said of what was asked for, a sentence each."""
    warnings = tuple(f"{tell(told.message, told.values)}." for told in made.warnings)
    if method is None or method.has_owner or circle.owner is None:
        return warnings
    if any(phase.together is not None for phase in made.phases):
        return (*warnings, _("This method has no one case owner: each small group has its own."))
    return (*warnings, _("This method has no case owner: it is about a theme of all."))


def _command(circle: Circle, method: Method | None, made: Plan) -> c.Start:
    group = circle.group
    command = c.Start(
        id="",
        language=language(),
        members=circle.members,
        agenda=made.phases,
        planned_seconds=made.seconds,
        roles=circle.roles,
        owner=circle.owner,
        ground_rules=group.ground_rules if group else (),
        group=group.id if group else None,
        group_name=group.name if group else "",
        number=circle.number if group else None,
        of=group.meetings if group else None,
        actions=group.actions if group else (),
    )
    if method is None:
        return command
    return replace(
        command,
        owner=circle.owner if method.has_owner else None,
        method=method.id,
        method_name=method.name,
        facilitator_joins=method.facilitator_joins,
        has_owner=method.has_owner,
    )


async def _made(rooms: Rooms, circle: Circle, command: c.Start) -> Live:
    rehearsal = command.speed != 1.0
    if circle.group is not None and not rehearsal:
        await rooms.save_group(circle.with_members())
    elif circle.new_group:
        # A rehearsal leaves nothing behind, so neither a group.
        command = replace(command, group=None)
    try:
        return await rooms.start(named(command, clock.now()))
    except ValueError as error:
        if error.args and isinstance(error.args[0], Refusal):
            raise refused(error.args[0]) from None
        raise


def _order(settings: Settings) -> Order:
    return Order.PLACE if settings.order == "place" else Order.LEAST_HEARD


def _usual_rules(settings: Settings) -> tuple[Text, ...]:
    """The user's ground rules, ids or lines of their own; without any the usual ones."""
    if not settings.ground_rules:
        return ground_rules()
    rules = [ground_rules((rule,)) or (Text(nl=rule, en=rule),) for rule in settings.ground_rules]
    return tuple(rule for found in rules for rule in found)
