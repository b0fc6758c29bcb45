"""A board in the room: its fields are filled, what stands there is moved by keys and mouse, and gets dots."""

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.strip import Strip

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Method
from intervisie_tui.methods import (
    denkhoeden,
    kernkwadrant,
    lean_coffee,
    leermuur,
    omkeer,
    oplossingsgericht,
    ret,
    tienstappen,
)
from intervisie_tui.widgets.board import BoardView
from intervisie_tui.widgets.board_face import Face
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, RoomApp, Scene, board, go, to_phase
from tests.app.test_panes import HOSTILE

SIZES = [(80, 24), (120, 34), (200, 50)]
SIZE = (120, 34)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def _room(scene: Scene, method: Method, phase: str, **notes: str) -> RoomApp:
    """In that phase, with a note in each of these places (an underscore for a dash); its id is the place."""
    scene.method = method
    live = await scene.live(owner="m1" if method.has_owner else None)
    await to_phase(live, phase)
    for place, text in notes.items():
        cell = place.replace("_", "-")
        await go(live, c.AddNote(cell, phase, text, cell=cell))
    return RoomApp(live)


def _view(app: RoomApp) -> BoardView:
    return app.room.query_one(BoardView)


def _cells(app: RoomApp) -> dict[str, str | None]:
    return {note.id: note.cell for note in app.room.session.notes}


def _where(app: RoomApp, words: str) -> Offset:
    """Where these words begin on the screen, within the board."""
    face = _view(app).face
    for y, line in enumerate(face.lines):
        if words in line.plain:
            return face.region.offset + Offset(line.plain.index(words), y)
    raise AssertionError(words)


@pytest.mark.parametrize("size", SIZES)
async def test_every_field_of_the_hats_is_in_sight_with_its_name_and_what_stands_in_it(
    scene: Scene, size: tuple[int, int]
) -> None:
    app = await _room(scene, denkhoeden.METHOD, "blauw1", wit="27 children", groen="one pilot")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text_on(app)
        for words in ("Blue: overview", "White: facts", "Red: feeling", "Yellow", "Black", "Green: ideas"):
            assert words in shown
        assert "27 children" in shown
        assert "one pilot" in shown


HATS = ("blauw", "wit", "rood", "geel", "zwart", "groen")


@pytest.mark.parametrize("size", SIZES)
async def test_with_a_note_in_every_hat_and_two_in_some_all_of_them_are_in_sight(
    scene: Scene, size: tuple[int, int]
) -> None:
    app = await _room(scene, denkhoeden.METHOD, "blauw1")
    for at in range(8):
        words = f"{at}: a note of a length that is usual, so it takes a few rows"
        await go(app.live, c.AddNote(f"n{at}", "blauw1", words, cell=HATS[at % 6]))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = text_on(app)
        assert [at for at in range(8) if f"{at}: a note" not in shown] == []
        assert all(
            name in shown for name in ("Blue: overview", "White: facts", "Red: feeling", "Green: ideas")
        )


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_six_of_many_cards_are_in_sight(scene: Scene, size: tuple[int, int]) -> None:
    app = await _room(scene, lean_coffee.METHOD, "schrijven")
    for at in range(20):
        words = f"{at}: a card of a length that is usual, so it takes a few rows"
        await go(app.live, c.AddNote(f"n{at}", "schrijven", words, cell="te-bespreken"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert [at for at in range(14, 20) if f"{at}: a card" not in text_on(app)] == []


async def test_entries_stay_as_high_as_they_are_while_the_cursor_goes_along_them(scene: Scene) -> None:
    app = await _room(scene, denkhoeden.METHOD, "blauw1")
    for at in range(8):
        words = f"{at}: a note of a length that is usual, so it takes a few rows"
        await go(app.live, c.AddNote(f"n{at}", "blauw1", words, cell=HATS[at % 6]))
    async with app.run_test(size=SIZE) as pilot:
        view = _view(app)
        view.focus()
        await pilot.press("home")
        heights = set()
        for _entry in range(8):
            await pilot.pause()
            spots = [spot for spot in view.drawing.spots if spot.entry and spot.entry != view.chosen]
            heights |= {spot.region.height for spot in spots}
            await pilot.press("down")
        assert len(heights) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_core_quadrant_goes_round_by_its_arrows(scene: Scene, size: tuple[int, int]) -> None:
    app = await _room(scene, kernkwadrant.METHOD, "allergie")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = [" ".join(line.split()) for line in board(app) if line.strip()]
        assert lines == ["Core quality → Pitfall", "↑ ↓", "Allergy ← Challenge"]


async def test_columns_stand_side_by_side_where_there_is_room(scene: Scene) -> None:
    app = await _room(scene, lean_coffee.METHOD, "schrijven")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "To discuss Discussing Discussed" in " ".join(board(app)[0].split())


@pytest.mark.long
async def test_the_names_of_columns_stay_in_sight_above_many_cards(scene: Scene) -> None:
    app = await _room(scene, lean_coffee.METHOD, "schrijven")
    for at in range(20):
        await go(app.live, c.AddNote(f"n{at}", "schrijven", f"card {at}", cell="te-bespreken"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "To discuss" in text_on(app)
        assert "card 19" in text_on(app)
        _view(app).focus()
        for key, card in (
            ("home", "card 0"),
            ("end", "card 19"),
            *(("up", f"card {at}") for at in range(18, 0, -1)),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert f"▸{card} " in text_on(app)
        await pilot.press("end")
        await pilot.pause()
        await _drag(pilot, app, "card 19", "")
        assert _cells(app)["n19"] == "te-bespreken"
        head = app.room.query_one("BoardView .head").region
        await pilot.mouse_down(offset=_where(app, "card 19"))
        await pilot.mouse_up(offset=(head.right - 3, head.y))
        await pilot.pause()
        assert _cells(app)["n19"] == "besproken"


@pytest.mark.parametrize("size", SIZES)
async def test_on_a_scale_the_number_of_a_note_is_marked(scene: Scene, size: tuple[int, int]) -> None:
    app = await _room(scene, oplossingsgericht.METHOD, "afsluiten", nu="4 I said it once")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "4 I said it once" in text_on(app)
        lines = board(app)
        at = lines.index(" Now")
        assert lines[at + 1].index("4") == lines[at + 2].index("↑")


async def test_in_a_small_window_every_row_of_a_table_is_in_sight_when_they_fit_without_air(
    scene: Scene,
) -> None:
    places = ("gebeurtenis", "gedachte", "gevoel", "gedrag", "gevolg")
    app = await _room(scene, ret.METHOD, "gedachten", **dict(zip(places, "vwxyz", strict=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = text_on(app)
        for name in ("Event", "Thought", "Feeling (0-10)", "Behaviour", "Consequence", "Helpful thought"):
            assert name in "\n".join(shown.splitlines()[13:])


async def test_both_scales_are_in_sight_in_a_small_window(scene: Scene) -> None:
    app = await _room(scene, oplossingsgericht.METHOD, "afsluiten", nu="4", hoger="I practise the talk")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = "\n".join(text_on(app).splitlines()[13:])
        assert all(words in shown for words in ("Now", "One point higher", "I practise the talk"))


async def test_the_place_that_a_phase_is_about_is_in_sight(scene: Scene) -> None:
    scene.method = ret.METHOD
    live = await scene.live()
    for place, phase in (("gebeurtenis", "gebeurtenis"), ("gevoel", "gevolg"), ("gedachte", "gedachten")):
        await to_phase(live, phase)
        for at in range(4):
            text = f"{place} {at} of more words than a row"
            await go(live, c.AddNote(f"{place}{at}", phase, text, cell=place))
    await to_phase(live, "helpend")
    app = RoomApp(live)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Helpful thought" in "\n".join(text_on(app).splitlines()[12:])


async def test_the_heading_of_a_large_board_counts_what_stands_on_it(scene: Scene) -> None:
    app = await _room(scene, kernkwadrant.METHOD, "allergie", allergie="slack", valkuil="control")
    await to_phase(app.live, "kwaliteit")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        _view(app).focus()
        await pilot.press("z")
        await pilot.pause()
        assert "Board  2" in text_on(app)


async def test_what_does_not_belong_to_a_board_stays_where_it_is(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        app.room.query_one("#notes EntryList").focus()
        await pilot.press(">")
        await pilot.pause()
        assert "This phase has no board." in app.shown("#hint")
        assert _cells(app) == {"erger": "erger"}


async def test_a_participant_moves_nothing_and_gives_dots_only_in_its_own_name(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    session = app.live.session
    for command in (c.MoveNote("erger", "erger", "terugdraaien"), c.GiveDots("erger", "erger")):
        for seat in (Seat.PARTICIPANT, Seat.STAGE):
            refusal = decide(session, command, scene.clock(), seat)
            assert isinstance(refusal, c.Refusal)
            assert any(said in refusal.message for said in ("may not", "name first"))


async def test_an_entry_goes_on_and_back_by_keys_and_undo_brings_it_back(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press(">")
        await pilot.pause()
        assert _cells(app) == {"erger": "terugdraaien"}
        await pilot.press(">")
        assert _cells(app) == {"erger": "terugdraaien"}
        await pilot.press("shift+left")
        await pilot.pause()
        assert _cells(app) == {"erger": "erger"}
        await pilot.press("u")
        await pilot.pause()
        assert _cells(app) == {"erger": "terugdraaien"}
        assert "the move of a note" in app.shown("#hint")


async def _drag(pilot: Pilot[None], app: RoomApp, words: str, onto: str) -> None:
    start = _where(app, words)
    end = _where(app, onto) if onto else start
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry_is_dragged_to_another_field(scene: Scene, size: tuple[int, int]) -> None:
    app = await _room(scene, kernkwadrant.METHOD, "allergie", allergie="slack", valkuil="control")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await _drag(pilot, app, "slack", "Challenge")
        assert _cells(app) == {"allergie": "uitdaging", "valkuil": "valkuil"}
        await _drag(pilot, app, "slack", "control")
        assert _cells(app) == {"allergie": "valkuil", "valkuil": "valkuil"}


async def test_while_it_is_dragged_the_field_is_marked_and_beside_the_board_nothing_happens(
    scene: Scene,
) -> None:
    app = await _room(scene, kernkwadrant.METHOD, "allergie", allergie="slack")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.mouse_down(offset=_where(app, "slack"))
        await pilot.hover(offset=_where(app, "Challenge"))
        assert "▸ Challenge" in text_on(app)
        await pilot.hover("#clock")
        assert "▸ Challenge" not in text_on(app)
        await pilot.mouse_up("#clock")
        await pilot.pause()
        assert _cells(app) == {"allergie": "allergie"}


async def test_arrows_go_through_all_entries_and_across(scene: Scene) -> None:
    app = await _room(
        scene, kernkwadrant.METHOD, "allergie", kernkwaliteit="a", valkuil="b", allergie="c", uitdaging="d"
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        view = _view(app)
        view.focus()
        seen = []
        for key in ("home", "down", "down", "down", "down", "left", "up", "right"):
            await pilot.press(key)
            seen.append(view.chosen)
        assert seen == [
            "kernkwaliteit", "valkuil", "allergie", "uitdaging", "uitdaging", "allergie", "valkuil", "valkuil",
        ]  # fmt: skip


async def test_e_and_delete_work_at_the_cursor_of_a_board(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("e", "s", "enter")
        await pilot.pause()
        assert [note.text for note in app.room.session.notes] == ["shouts"]
        _view(app).focus()
        await pilot.press("delete")
        await pilot.pause()
        assert app.room.session.notes == ()


async def test_after_delete_the_cursor_is_at_what_stands_there_now(scene: Scene) -> None:
    app = await _room(scene, denkhoeden.METHOD, "blauw1", wit="a", rood="b", groen="c")
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("home", "down", "delete")
        await pilot.pause()
        assert _view(app).chosen == "groen"
        await pilot.press("delete")
        await pilot.pause()
        assert _view(app).chosen == "wit"
        await pilot.press("delete")
        await pilot.pause()
        assert _view(app).chosen == ""


async def test_dots_are_given_where_a_phase_has_them_and_are_counted(scene: Scene) -> None:
    scene.method = lean_coffee.METHOD
    live = await scene.live(owner=None)
    for at in range(3):
        await go(live, c.AddNote(f"n{at}", "schrijven", f"card {at}", cell="te-bespreken"))
    await to_phase(live, "stemmen")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("home", "down", *["*"] * 13)
        await pilot.pause()
        assert [note.dots for note in app.room.session.notes] == [0, 12, 0]
        assert "All 12 dots have been given" in app.shown("#hint")
        assert "12 ●" in text_on(app)
        await pilot.press("/", "down", "*")
        await pilot.pause()
        assert [note.dots for note in app.room.session.notes] == [0, 11, 1]
        assert "card 2 ●" in text_on(app)


async def test_after_the_voting_the_card_with_most_dots_comes_first(scene: Scene) -> None:
    scene.method = lean_coffee.METHOD
    live = await scene.live(owner=None)
    for at in range(3):
        await go(live, c.AddNote(f"n{at}", "schrijven", f"card {at}", cell="te-bespreken"))
    await to_phase(live, "stemmen")
    await go(live, c.GiveDots("n2", "stemmen"), c.GiveDots("n1", "stemmen"), c.GiveDots("n1", "stemmen"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert _order(app) == ["card 0", "card 1", "card 2"]
        await pilot.press("n")
        await pilot.pause()
        assert _order(app) == ["card 1", "card 2", "card 0"]


def _order(app: RoomApp) -> list[str]:
    words = "\n".join(board(app))
    return sorted((f"card {at}" for at in range(3)), key=words.index)


async def test_where_no_dots_are_given_the_key_says_so(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("*")
        await pilot.pause()
        assert "no dots are given" in app.shown("#hint")


async def test_a_later_phase_goes_on_with_the_same_board(scene: Scene) -> None:
    scene.method = denkhoeden.METHOD
    live = await scene.live()
    await go(live, c.AddNote("n1", "blauw1", "the plan", cell="blauw"))
    await to_phase(live, "wit")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "the plan" in text_on(app)
        _view(app).focus()
        await pilot.press(">")
        await pilot.pause()
        note = app.room.session.notes[0]
        assert (note.cell, note.phase) == ("wit", "blauw1")


async def test_what_was_written_before_can_get_a_place_on_the_board(scene: Scene) -> None:
    scene.method = tienstappen.METHOD
    live = await scene.live()
    await to_phase(live, "vragen")
    await go(live, c.AddNote("n1", "vragen", "What do you fear?"))
    await to_phase(live, "waarderen")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("home", ">", ">")
        await pilot.pause()
        board = live.session.agenda[2].plan.board
        assert board is not None
        cells = [cell.id for cell in board.cells]
        assert _cells(app) == {"n1": cells[1]}
        assert app.room.session.notes[0].phase == "vragen"


@pytest.mark.parametrize(
    ("phase", "place"),
    [
        ("blauw1", "Blue: overview"),
        ("wit", "White: facts"),
        ("zwart", "Black: risks"),
        ("blauw2", "Blue: overview"),
    ],
)
async def test_the_note_line_begins_at_the_place_that_the_phase_is_about(
    scene: Scene, phase: str, place: str
) -> None:
    app = await _room(scene, denkhoeden.METHOD, phase)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert place in app.shown("#entry")


@pytest.mark.long
async def test_the_note_line_begins_at_the_first_place_and_then_at_the_last_used(scene: Scene) -> None:
    app = await _room(scene, leermuur.METHOD, "muur")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "Questions" in app.shown("#entry")
        await pilot.press("tab", *"cat", "enter", "escape")
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        assert "Images and feelings" in app.shown("#entry")
        await pilot.press("escape")
        await pilot.press("n", "c")
        await pilot.pause()
        assert "Questions" in app.shown("#entry")


@pytest.mark.parametrize(
    "before", [(), ("te-bespreken",), ("te-bespreken", "in-gesprek"), ("te-bespreken",) * 3]
)
async def test_where_others_put_their_cards_does_not_move_the_place_of_a_new_one(
    scene: Scene, before: tuple[str, ...]
) -> None:
    """Field-cases N14: a new card fell in "Discussed", the first place that was empty."""
    app = await _room(scene, lean_coffee.METHOD, "schrijven")
    for at, cell in enumerate(before):
        await go(app.live, c.AddNote(f"n{at}", "schrijven", "a card", by="m2", cell=cell))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "To discuss" in app.shown("#entry")


async def test_what_others_write_in_silence_is_on_no_board_until_the_silence_ends(scene: Scene) -> None:
    scene.method = leermuur.METHOD
    live = await scene.live()
    await to_phase(live, "muur")
    await go(live, c.AddNote("n1", "muur", "secret", by="m3", cell="vragen"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "secret" not in text_on(app)
        assert "1 written in silence" in text_on(app)
        await pilot.press("n")
        await pilot.pause()
        assert "secret" in text_on(app)


async def test_a_phase_without_a_board_shows_a_list_again(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert not _view(app).display
        assert "shout" in text_on(app)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
@pytest.mark.parametrize("method", [(denkhoeden.METHOD, "blauw1", "wit"), (omkeer.METHOD, "erger", "erger")])
async def test_hostile_text_on_a_board_is_text(
    scene: Scene, text: str, size: tuple[int, int], method: tuple[Method, str, str]
) -> None:
    made, phase, cell = method
    app = await _room(scene, made, phase, **{cell: text})
    async with app.run_test(size=size) as pilot:
        _view(app).focus()
        await pilot.press(">", "<", "home", "right", "z", "z", "d", "l")
        await pilot.pause()
        shown = "\n".join(board(app))
        assert app.room.session.notes[0].text[:5].strip("\u202e") in shown
        assert "\x1b" not in shown
        assert shown.count("\u202e") == shown.count("\u202c")


async def test_a_veiled_board_obeys_no_key(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        _view(app).focus()
        await pilot.press("v")
        await pilot.pause()
        await pilot.press(">", "delete", "*")
        await pilot.pause()
        assert _cells(app) == {"erger": "erger"}


async def test_another_language_names_the_fields_in_it(scene: Scene) -> None:
    app = await _room(scene, omkeer.METHOD, "erger", erger="shout")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert "Zo gaat het mis" in text_on(app)
        assert "How to fail" not in text_on(app)


async def test_only_the_lines_that_differ_are_painted_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await _room(scene, kernkwadrant.METHOD, "allergie", allergie="slack", valkuil="control")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        view = _view(app)
        view.focus()
        await pilot.press("home")
        await pilot.pause()
        painted: list[int] = []
        render = Face.render_line

        def counted(face: Face, y: int) -> Strip:
            painted.append(y)
            return render(face, y)

        monkeypatch.setattr(Face, "render_line", counted)
        await pilot.press("down")
        await pilot.pause()
        changed = set(painted)
        assert changed
        assert len(changed) < len(view.face.lines)
