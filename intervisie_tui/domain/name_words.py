"""Words that stand beside names in lists of people: roles, particles, titles, heads of columns; in small letters."""

ROLES = frozenset(
    {
        "host", "co-host", "cohost", "me", "you", "guest",
        "organizer", "organiser", "presenter", "attendee", "moderator",
        "external", "ext", "unverified", "meeting", "speaker",
        "facilitator", "participant", "member", "muted", "unmuted",
        "invited", "accepted", "tentative", "declined", "required",
        "optional", "gast", "gastheer", "gastvrouw", "jij", "jou",
        "ik", "jijzelf", "organisator", "presentator", "deelnemer",
        "extern", "externe", "begeleider", "mede-host", "medehost",
        "mede-organisator", "gedempt", "uitgenodigd", "geaccepteerd",
        "verplicht", "optioneel", "voorzitter", "bezoeker", "he", "him",
        "his", "she", "her", "hers", "they", "them", "theirs",
        "hij", "hem", "zijn", "zij", "haar", "die", "hen",
        "hun", "niet", "geverifieerd", "niet-geverifieerd",
    }
)  # fmt: skip
"""What video meetings and calendars add to a name."""

CELL_ROLES = frozenset(
    {
        "meeting", "organizer", "organiser", "organisator", "presenter", "presentator", "attendee", "deelnemer",
        "required", "optional", "verplicht", "verplichte", "optioneel", "optionele", "accepted", "tentative",
        "declined", "none", "geaccepteerd", "voorlopig", "afgewezen", "geweigerd", "geen",
    }
)  # fmt: skip
"""What the list of an invitation has in the cells behind a name."""

ROLE_LINES = frozenset(
    {
        "meeting host", "co-host", "organizer", "organiser", "meeting organizer", "presenter", "attendee", "muted",
        "organisator", "presentator", "mede-organisator", "gedempt", "unverified", "external", "extern",
    }
)  # fmt: skip
"""Lines that tell the role of the person in the line above, or head those below."""

MAYBE_ROLE_LINES = frozenset({"host", "guest", "gast", "deelnemer", "participant"})
"""Lines that are a role or, now and then, a name."""

PARTICLES = frozenset(
    {
        "van", "de", "den", "der", "het", "'t", "’t",
        "te", "ter", "ten", "d'", "da", "das", "do",
        "dos", "du", "di", "del", "della", "des",
        "la", "le", "les", "l'", "von", "zu", "zur",
        "zum", "af", "av", "el", "al", "bin", "ibn",
        "ben", "op", "in", "aan", "bij", "onder", "over",
        "uit", "voor", "v.d.", "vd", "v/d", "thoe", "toe",
        "'s", "’s", "of", "y", "e",
    }
)  # fmt: skip
"""What stands before a family name, and behind the first name where a list has the family name first."""

TITLES = frozenset(
    {
        "jr", "jr.", "sr", "sr.", "phd", "ph.d.", "msc",
        "m.sc.", "bsc", "b.sc.", "m.a.", "b.a.", "md", "m.d.",
        "rn", "mba", "llm", "drs", "drs.", "ii", "iii",
    }
)  # fmt: skip
"""What may stand behind a name, after a comma."""

FULL_NAME = frozenset(
    {
        "name",
        "full name",
        "display name",
        "naam",
        "volledige naam",
        "weergavenaam",
        "deelnemer",
        "participant",
    }
)
FIRST_NAME = frozenset({"first name", "given name", "firstname", "voornaam", "roepnaam", "first"})
INFIX = frozenset({"tussenvoegsel", "tussenvoegsels", "infix", "middle name", "tv", "voorvoegsel"})
LAST_NAME = frozenset({"last name", "surname", "family name", "lastname", "achternaam", "last"})
OTHER_HEADS = frozenset(
    {
        "email", "e-mail", "mail", "e-mailadres", "email address", "e-mail address", "user email", "emailadres", "role",
        "rol", "phone", "telefoon", "mobile", "mobiel", "organisation", "organization", "organisatie", "company",
        "bedrijf", "department", "afdeling", "join time", "leave time", "duration", "guest", "id", "nr", "nummer",
        "function", "functie", "title", "titel", "user action", "timestamp", "first join", "last leave",
        "in-meeting duration", "participant id", "original name", "duur", "status", "response", "attendance",
        "reactie", "aanwezigheid", "opmerkingen", "notes",
    }
)  # fmt: skip

COUNTS = frozenset(
    {
        "participants",
        "attendees",
        "people",
        "deelnemers",
        "aanwezigen",
        "aanwezig",
        "present",
        "guests",
        "gasten",
        "members",
        "leden",
        "groepsleden",
        "names",
        "namen",
    }
)
"""Words over a list of people, with their number or a colon behind, or alone in the first line."""

SECTIONS = frozenset(
    {
        "in this call", "in this meeting", "in the meeting", "in the lobby", "waiting in lobby", "others invited",
        "in dit gesprek", "in deze vergadering", "in de vergadering", "in de wachtruimte", "in de lobby",
        "anderen uitgenodigd", "overige genodigden",
    }
)  # fmt: skip
"""Lines over a part of a list of people, with or without a number behind."""

LABELS = COUNTS | {
    "to", "cc", "bcc", "from", "reply-to", "required", "optional", "required attendees", "optional attendees",
    "organizer", "aan", "van", "antwoord aan", "verplicht", "optioneel", "verplichte deelnemers",
    "optionele deelnemers", "naam", "name", "organisator", "deelnemer",
}  # fmt: skip
"""Words with a colon behind them, before the names of those who take part."""

LINES_WITHOUT_NAMES = frozenset(
    {
        "subject", "date", "sent", "when", "where", "location", "time", "onderwerp", "datum", "verzonden", "wanneer",
        "waar", "locatie", "plaats", "tijd",
    }
)  # fmt: skip
"""Labels of lines in which nobody is named."""
