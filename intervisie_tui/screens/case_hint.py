"""Below the question of a case: a quiet hint where it is about others, and the way to an own question."""

from typing import Any

from textual.screen import Screen

from intervisie_tui.case_line import about_others
from intervisie_tui.locale import language
from intervisie_tui.screens.commands import process_help
from intervisie_tui.screens.form import Line
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.widgets import words
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class CaseHint(Words):
    """Gone while there is nothing to say, and before all eyes; a click does what its key does."""

    def __init__(self) -> None:
        super().__init__(id="case-hint", classes="hint", hides=True)

    def tell(self, question: str) -> None:
        """Says something of this question, or nothing."""
        absent = not self._in_the_room() and process_help(self.app) and about_others(question, language())
        self.show(one_line(words.about_others() if absent else "", "$warning"))

    def _in_the_room(self) -> bool:
        """Whether all eyes look at this screen in mid-session: nobody is put to shame then; the key works even so."""
        below = (screen for screen in self.app.screen_stack if isinstance(screen, RoomBase))
        return any(not room.desk for room in below)

    def on_click(self) -> None:
        """The steps to an own question."""
        own_question(self.screen)


def own_question(screen: Screen[Any]) -> None:
    """Seven steps to an own question, which then stands in the screen's field for it."""
    if not process_help(screen.app):
        return
    # Loaded with the first one who asks for it.
    from intervisie_tui.screens.own_question import OwnQuestion

    def back(question: str | None) -> None:
        field = screen.query_one("#question", Line)
        if question is not None:
            field.value = question
        field.focus()

    screen.app.push_screen(OwnQuestion(screen.query_one("#question", Line).value), back)
