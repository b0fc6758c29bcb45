"""decide: what a command leads to, or why it does not. First the rules of who and when as tables, then the moves."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import (
    deciding_board,
    deciding_doors,
    deciding_entries,
    deciding_room,
    deciding_turns,
)
from intervisie_tui.domain import deciding_time as time
from intervisie_tui.domain.events import Event
from intervisie_tui.domain.limits import ENTRIES
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.pace import Pace
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.room_left import full
from intervisie_tui.domain.session import Clock, Seat, Session
from intervisie_tui.domain.texts import any_too_long

Decision = tuple[Event, ...] | Refusal

_ENTRIES = (c.AddNote, c.Park, c.AddAction)
_AT_ANY_PACE = (c.Start, c.ShowOut, c.TakeControl, c.CloseLink, c.SetVeil, c.PauseClock, c.Finish, c.Close)
"""Commands that protect the room or end the session, which are never refused for their pace."""


class State(StrEnum):
    """In what stage of its life a session is, for the table of legal moves."""

    UNSET = "unset"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    BREAK = "break"
    FINISHED = "finished"
    CLOSED = "closed"


def state(session: Session) -> State:
    """In what stage of its life the session is."""
    if not session.id:
        return State.UNSET
    if session.closed is not None:
        return State.CLOSED
    if session.clock is Clock.FINISHED:
        return State.FINISHED
    return State.BREAK if session.interval is not None else State(session.clock.value)


_BEFORE = frozenset({State.UNSET})
_HELD = frozenset({State.READY, State.RUNNING, State.PAUSED, State.BREAK})
_STILL = frozenset({State.READY, State.PAUSED, State.BREAK})
_ALIVE = _HELD | {State.FINISHED}
_OVER = frozenset({State.FINISHED})

Move = Callable[[Session, Any, Moment, str], Decision]

_MOVES: dict[type, tuple[frozenset[State], Move]] = {
    c.Start: (_BEFORE, deciding_room.start),
    c.ChooseMethod: (_HELD, deciding_room.choose_method),
    c.ChooseOwner: (_HELD, deciding_room.choose_owner),
    c.SetQuestion: (_ALIVE, deciding_room.set_question),
    c.AddMember: (_HELD, deciding_room.add_member),
    c.TakeOutMember: (_HELD, deciding_room.take_out_member),
    c.GiveRole: (_HELD, deciding_room.give_role),
    c.SetGroundRules: (_HELD, deciding_room.set_ground_rules),
    c.ShowTalk: (_ALIVE, deciding_room.show_talk),
    c.ShowOnStage: (_ALIVE, deciding_room.show_on_stage),
    c.SetVeil: (_ALIVE, deciding_room.set_veil),
    c.Finish: (_HELD, deciding_room.finish),
    c.Unfinish: (_OVER, deciding_room.unfinish),
    c.Close: (_OVER, deciding_room.close),
    c.TakeBack: (_ALIVE, deciding_room.take_back),
    c.BringBack: (_ALIVE, deciding_room.bring_back),
    c.StartClock: (_STILL, time.start_clock),
    c.PauseClock: (frozenset({State.RUNNING}), time.pause_clock),
    c.NextPhase: (_HELD, time.next_phase),
    c.LeaveBlocks: (_HELD, time.leave_blocks),
    c.PreviousPhase: (_HELD, time.previous_phase),
    c.AddTime: (_HELD, time.add_time),
    c.BeganAgo: (_HELD, time.began_ago),
    c.Replan: (_HELD, time.replan),
    c.PauseSince: (frozenset({State.RUNNING}), time.pause_since),
    c.JudgeQuiet: (_ALIVE, time.judge_quiet),
    c.TakeBreak: (_HELD - {State.BREAK}, time.take_break),
    c.NextSpeaker: (_HELD, deciding_turns.next_speaker),
    c.PassTurn: (_HELD, deciding_turns.pass_turn),
    c.GiveFloor: (_HELD, deciding_turns.give_floor),
    c.DrawGroups: (_HELD, deciding_turns.draw_groups),
    c.RaiseHand: (_HELD, deciding_turns.raise_hand),
    c.LowerHand: (_HELD, deciding_turns.lower_hand),
    c.ChooseOrder: (_HELD, deciding_turns.choose_order),
    c.AddNote: (_ALIVE, deciding_entries.add_note),
    c.MoveNote: (_ALIVE, deciding_board.move_note),
    c.GiveDots: (_ALIVE, deciding_board.give_dots),
    c.Park: (_ALIVE, deciding_entries.park),
    c.TakeParked: (_ALIVE, deciding_entries.take_parked),
    c.AddAction: (_ALIVE, deciding_entries.add_action),
    c.ChangeAction: (_ALIVE, deciding_entries.change_action),
    c.MarkAction: (_ALIVE, deciding_entries.mark_action),
    c.ChangeText: (_ALIVE, deciding_entries.change_text),
    c.DeleteEntry: (_ALIVE, deciding_entries.delete_entry),
    c.TakeSeat: (_ALIVE, deciding_doors.take_seat),
    c.ShowOut: (_ALIVE, deciding_doors.show_out),
    c.HandOver: (_ALIVE, deciding_doors.hand_over),
    c.TakeControl: (_ALIVE, deciding_doors.take_control),
    c.RenewLink: (_ALIVE, deciding_doors.renew_link),
    c.CloseLink: (_ALIVE, deciding_doors.close_link),
    c.OpenLink: (_ALIVE, deciding_doors.open_link),
}

_GUESTS = frozenset({c.TakeSeat, c.AddNote, c.Park, c.AddAction, c.RaiseHand, c.LowerHand, c.GiveDots})

RIGHTS: dict[Seat, frozenset[type]] = {
    Seat.TIMEKEEPER: frozenset(_MOVES),
    Seat.PARTICIPANT: _GUESTS,
    Seat.STAGE: frozenset(),
}

_NOT_NOW: dict[State, Refusal] = {
    State.UNSET: Refusal("There is no session yet."),
    State.READY: Refusal("The clock has not started yet; press space to start it."),
    State.RUNNING: Refusal("The clock is running already.", quiet=True),
    State.PAUSED: Refusal("The clock stands still already.", quiet=True),
    State.BREAK: Refusal("There is a break; press space to go on."),
    State.FINISHED: Refusal("The session has finished; go on after all to change this."),
    State.CLOSED: Refusal("This session is closed; nothing in it can change any more."),
}
_SET_UP = Refusal("This session has been set up already.")
_NOT_YOURS = Refusal("This screen may not do that; ask the timekeeper.")
_NOT_FINISHED = Refusal("The session has not finished yet.")


def decide(
    session: Session,
    command: c.Command,
    now: Moment,
    seat: Seat,
    screen: str = "",
    *,
    pace: Pace | None = None,
    most_entries: int = ENTRIES.figure,
) -> Decision:
    """The events that a command leads to, or why it is refused; nothing is changed.

    What a screen may do is `seat`, unless the session knows it as a guest: then it is what the session says.
    `pace` tells how fast that screen goes; without it no rate holds. `most_entries` is how many the session may hold.
    """
    guest = deciding_doors.known(session, screen, seat)
    refusal = deciding_doors.shown_out(guest)
    if refusal is None and type(command) not in RIGHTS[guest.seat]:
        refusal = _NOT_YOURS
    refusal = refusal or deciding_doors.not_as_itself(session, command, guest) or any_too_long(command)
    if refusal is None and pace is not None and not isinstance(command, _AT_ANY_PACE):
        refusal = pace.refusal(now, guest.seat, screen, session.speed)
    if refusal is None and isinstance(command, _ENTRIES):
        refusal = full(session, most_entries)
    if refusal is not None:
        return refusal
    when, move = _MOVES[type(command)]
    stage = state(session)
    if stage not in when:
        return _refused(when, stage)
    if isinstance(command, c.TakeSeat):
        session = deciding_doors.let_in(session, guest)
    return move(session, command, now, screen)


def _refused(when: frozenset[State], stage: State) -> Refusal:
    if when is _BEFORE:
        return _SET_UP
    if when is _OVER and stage in _HELD:
        return _NOT_FINISHED
    return _NOT_NOW[stage]
