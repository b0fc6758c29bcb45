"""The answer to words that are no certain day: the reason, as a sentence of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from intervisie_tui import spoken
from intervisie_tui.locale import N_, tell

UNKNOWN = N_('"{words}" is not understood; for example: next friday, 12 december.')
UNKNOWN_AFTER = N_('"{before}" is understood, but "{words}" is not; for example: next friday, 12 december.')
UNFINISHED = N_('"{words}" is not a whole date; for example: next friday, 12 december.')
TOO_LONG = N_("That is too long for a date; for example: next friday, 12 december.")
UNSEEN = N_("There are signs in that date that cannot be seen; type it anew.")
PAST = N_("{day} has gone by; name a day that is still to come.")
TOO_FAR = N_("That is more than {years} years away; name a day before that.")
NO_SUCH_DAY = N_("There is no such day in the calendar; look at the day, the month and the year.")
NO_SUCH_TIME = N_("There is no such time of day; name only the day.")
NO_SUCH_WEEK = N_("There is no week {number} in that year.")
WEEK_GONE = N_("Week {number} has gone by; name the year too, or a day.")
WHICH_WEEK = N_("Which week {number} is meant? Name the year too, or a day.")
DIFFER = N_("Two days are named that differ: that date is {day}. Name only one of them.")
WHICH_DAY = N_("Which day of it is meant? Name the day.")
TWO_READINGS = N_("That can be {first} or {second}; name the date.")
NOT_WHOLE = N_("That is not a whole number of days; name the date.")


@dataclass(frozen=True, slots=True)
class Asked:
    """Why some words are no certain day: a message of the catalogue, and its values.

    A value that is a date is written in the language of the moment when the sentence is made.
    """

    message: str
    values: Mapping[str, str | int | date] = field(default_factory=dict)

    def sentence(self) -> str:
        """The reason in the language of the moment, with what helps."""
        written = {
            name: spoken.day(value, year=True) if isinstance(value, date) else value
            for name, value in self.values.items()
        }
        return tell(self.message, written)


class Unclear(Exception):
    """Raised while a date is worked out: the words are understood, but they name no certain day."""

    def __init__(self, message: str, **values: str | int | date) -> None:
        super().__init__(message)
        self.asked = Asked(message, values)
