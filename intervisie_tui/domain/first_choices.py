"""Which bundled method is the first choice for a wish; the others that answer it fit as well."""

from typing import Final

from intervisie_tui.method import Text

# By the English wording of the wish, as the methods have it; in the order in which wishes are offered.
FIRST_CHOICES: Final = (
    ("vijfstappen", "First time: we want firm ground"),
    ("incident", "What should I have done? (one event)"),
    ("tienstappen", "What is really going on with me here?"),
    ("balint", "It touches me, I keep thinking about this person"),
    ("roddel", "I want honest views, unfiltered"),
    ("oplossingsgericht", "I want to move, not analyse"),
    ("succes", "Something went well: why?"),
    ("dilemma", "I must choose between two goods / two evils"),
    ("clinic", "I need to practise a conversation"),
    ("kernkwadrant", "Someone irritates me / my own pattern"),
    ("tuning", "Feedback on a plan, text or product"),
    ("wise-crowds", "Everyone must get a turn today"),
    ("thema", "We all have the same issue"),
    ("oplossingsgericht", "Little time (30-40 minutes)"),
)


def is_first_choice(method_id: str, wish: Text) -> bool:
    """Whether this method is the first one to think of for this wish."""
    return (method_id, wish.en) in FIRST_CHOICES


def wish_order(wish: Text) -> int:
    """The place of a wish among those that are offered; wishes of other methods come last."""
    known = [words for _method, words in FIRST_CHOICES]
    return known.index(wish.en) if wish.en in known else len(known)
