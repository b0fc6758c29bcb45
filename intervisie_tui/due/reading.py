"""Words that the grammar knows become a day. Loading this module loads lark and builds the parser: slow, and once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import lark
from lark.lexer import Lexer

from intervisie_tui.due import rules_calendar, rules_spans, rules_today
from intervisie_tui.due.asked import NO_SUCH_TIME, Unclear
from intervisie_tui.due.tokens import HOURS, Figures, Token


class Rule(Protocol):
    """What a rule of the grammar means, from what its parts mean."""

    def __call__(self, today: date, /, *parts: Any) -> object:
        """Raises Unclear if no certain day is meant."""


class NotUnderstood(Exception):
    """The grammar has no rule for these tokens; `at` is the first that fits nowhere, or one past the last."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class _Ready(Lexer):
    """Hands on the tokens that tokens.py has made."""

    def __init__(self, _settings: object) -> None:
        pass

    def lex(self, tokens: Sequence[Token]) -> Iterator[lark.Token]:  # type: ignore[override]  # lark's custom lexers get what parse got
        for at, token in enumerate(tokens):
            yield lark.Token(token.terminal, token.value, start_pos=at)


def _no_date(_today: date, *_parts: object) -> None:
    """A preposition, or what stands behind a date, changes nothing about the day."""


def _clock(_today: date, hour: int | Figures = 0) -> None:
    """A time of day, in whole hours or as 9.30."""
    if (hour if isinstance(hour, int) else hour.day) > HOURS:
        raise Unclear(NO_SUCH_TIME)


def _start(_today: date, *parts: date | None) -> date:
    return next(part for part in parts if part is not None)


RULES: Mapping[str, Rule] = {
    **rules_today.RULES,
    **rules_calendar.RULES,
    **rules_spans.RULES,
    "lead": _no_date,
    "clock": _clock,
    "ending": _no_date,
    "start": _start,
}
_PARSER = lark.Lark(
    Path(__file__).with_name("grammar.lark").read_text("utf-8"), parser="lalr", lexer=_Ready, strict=True
)


def rules_of_the_grammar() -> set[str]:
    """The names of all rules that need a meaning; those that only group others have none."""
    named = {
        rule.alias or str(rule.origin.name)
        for rule in _PARSER.rules
        if rule.alias or not rule.options.expand1
    }
    return {name for name in named if not name.startswith("_")}


def read(tokens: Sequence[Token], today: date) -> date:
    """The day that the tokens mean.

    Raises NotUnderstood if the grammar does not know them, and Unclear if it knows them but no day is certain.
    """
    try:
        tree = _PARSER.parse(tokens)
    except lark.UnexpectedToken as wrong:
        raise NotUnderstood(
            len(tokens) if wrong.token.type == "$END" else wrong.token.start_pos or 0
        ) from None
    day = _meaning(tree, today)
    assert isinstance(day, date)
    return day


def _meaning(tree: "lark.Tree[lark.Token]", today: date) -> object:
    parts = [_meaning(part, today) if isinstance(part, lark.Tree) else part.value for part in tree.children]
    return RULES[tree.data](today, *parts)
