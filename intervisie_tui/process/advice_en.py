"""English openings of questions that hold their own answer, and what to ask instead. Data only.

One opening a line: `<x>` is a word of kind x and `[x]` any number of them, `a|b` is a or b, `...` is up to three
words, `*` is any word or the rest of one, and `!x` is none of kind x.
"""

from typing import Final

KINDS: Final = {
    "you": "you",
    "it": "it|that|this|him|her|them",
    "soft": "already|ever|maybe|perhaps|also|at|least|not|even|just|simply|really|being|a|bit|little|rather|far|much",
    "thing": "anything|something|nothing|it|that|this",
    "have": "have|did|haven't|didn't",
    "wise": "better|easier|wiser|smarter|wise|smart|idea|good",
    "hand": "delegate|outsource|hand|leave|pass|give",
    "away": "over|to|on|away",
    "should": "shouldn't|couldn't|wouldn't|hadn't",
    "say": "say|agree|think",
    "want": "want|feel|dare|like|know|think|believe|trust|see|have|need|agree|mind",
    "act": "just|simply|ask|asked|tell|told|talk|talked|call|called|say|try|go|stop|leave|write|take|let|make|do",
    "true": "so|true|the|possible|that|because|obvious|clear",
    "make": "take|make|ask|expect|give|do|work|set",
    "same": "the|that|this|it|one|a",
    "mine": "case|team|experience|school|practice",
}

OPENINGS: Final = {
    "tried": """
        <have> <you> [soft] tried|try !thing
        <have> <you> [soft] considered|consider *ing
        <have> <you> [soft] thought|think of|about *ing
    """,
    "delegate": """
        can't|couldn't <you> [soft] delegate|outsource
        can|could <you> not [soft] delegate|outsource
        can't|couldn't <you> [soft] <hand> <it> <away>
        can|could <you> not [soft] <hand> <it> <away>
    """,
    "better": """
        wouldn't|isn't it [soft] <wise>
        wouldn't it be [soft] <wise>
        would|is it not [soft] <wise>
        would it not be [soft] <wise>
        would it be [soft] <wise> if|to
        would it help if|to
        wouldn't it help
        <should> <you> !say *
        should|could|would <you> not !say *
        can't <you> just|simply
        can <you> not just|simply
        don't <you> need to
        what if <you> just|simply
        how|what about *ing
        why not <act>
        if i were|was <you>
        maybe|perhaps <you> should|could|can|need
        <you> should
        <you> could just|also|maybe|really|simply
    """,
    "why-not": """
        why don't <you> !want *
        why do <you> not !want *
        why didn't|haven't <you> <act>
    """,
    "leading": """
        isn't it [soft] <true>
        is it not [soft] <true>
        don't <you> think|agree|find|believe
        do <you> not think|agree|find|believe
        don't <you> feel that|it|he|she|they
        wouldn't <you> say|agree|think
        couldn't it be
        could it not be
        surely
    """,
    "too": """
        aren't <you> [soft] too *
        are <you> not [soft] too *
        isn't that [soft] too *
        don't <you> <make> ... too *
        do <you> not <make> ... too *
    """,
    "own-story": """
        i once
        i also had|have|was|did
        i had <same> once|too|same|similar
        i had the|a same|similar
        i've|i'd also|once|had
        i have also|once|had
        same here
        the same happened
        what [soft] worked|works|helped|helps me
        what [soft] worked|works for me
        when i had|was|did|worked|started
        in my <mine>
        in my own|last|old *
    """,
}

BETTER: Final = {
    "tried": "What have you tried, and what happened?",
    "delegate": "What really has to be done by you?",
    "better": "Which options do you see yourself?",
    "why-not": "Who could help you with this?",
    "leading": "What do you think is going on?",
    "too": "How would you describe your own approach?",
    "own-story": "Keep it for the harvest.",
}

LEADING_IN: Final = "but|and|so|well|ok|okay|yes|um|hm|question"
