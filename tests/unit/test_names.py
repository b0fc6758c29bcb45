"""The reader of pasted names (field-cases row 4): a name is right, or in doubt; no address ever comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.names import Names, read_names

PLAIN = (
    ("Anna, Bram en Chantal", ("Anna", "Bram", "Chantal")),
    ("Anna; Bram and Chantal", ("Anna", "Bram", "Chantal")),
    ("Anna\nBram\r\n\n Chantal ", ("Anna", "Bram", "Chantal")),
    ("1. Anna\n2) Bram\n- Chantal", ("Anna", "Bram", "Chantal")),
    ("Anna, Bram, and Chantal", ("Anna", "Bram", "Chantal")),
    ("Anna & Bram", ("Anna", "Bram")),
    ("Enno, Anders", ("Enno", "Anders")),
    ("Anna, Anna", ("Anna", "Anna")),
    ("Bakker, Anna", ("Bakker", "Anna")),
    ("Anna\tBram", ("Anna", "Bram")),
    (
        "Anna Bakker, Bram de Wit\nChantal Vos, Dirk Smit",
        ("Anna Bakker", "Bram de Wit", "Chantal Vos", "Dirk Smit"),
    ),
    ("Anna\u00a0Bakker\u200b, \ufeffBram", ("Anna Bakker", "Bram")),
    ("[/b], \x1b[31mBram", ("[/b]", "[31mBram")),
    ("Linh Van, Jo An", ("Linh Van", "Jo An")),
    ("Hen\nMe\nBram", ("Hen", "Me", "Bram")),
    (" ,;\n", ()),
    ("", ()),
)
SURE = (
    # Outlook, in Dutch and in English
    ("Bakker, Anna <anna@example.org>; Wit, Bram de <bram@example.org>", ("Anna Bakker", "Bram de Wit")),
    (
        "Berg, Chantal van den <c@example.org>;\nVries-Bos, Jan de <j@example.org>;",
        ("Chantal van den Berg", "Jan de Vries-Bos"),
    ),
    ("'Bakker, Anna' <a@example.org>; 'Wit, Bram de' <b@example.org>", ("Anna Bakker", "Bram de Wit")),
    ("Bakker, A. (Anna) <a@example.org>; Wit, B. de (Bram) <b@example.org>", ("Anna Bakker", "Bram de Wit")),
    ("Bakker, Anna; Wit, Bram de", ("Anna Bakker", "Bram de Wit")),
    ("Bakker, Anna\nWit, Bram de", ("Anna Bakker", "Bram de Wit")),
    (
        "'t Hart, Jan <j@example.org>; 's Gravesande, Piet <p@example.org>",
        ("Jan 't Hart", "Piet 's Gravesande"),
    ),
    ("Smith, John <john.smith@example.org>", ("John Smith",)),
    # Gmail and Apple Mail
    ('"Anna Bakker" <anna@example.org>; "Bram de Wit" <bram@example.org>', ("Anna Bakker", "Bram de Wit")),
    ("Anna Bakker <anna@example.org>, Bram <bram@example.org>", ("Anna Bakker", "Bram")),
    ('"Bakker, Anna" <anna@example.org>, "Wit, Bram de" <b@example.org>', ("Anna Bakker", "Bram de Wit")),
    ("\u201cBakker, Anna\u201d <anna@example.org>", ("Anna Bakker",)),
    ("Anna Bakker <mailto:anna@example.org>\nBram [mailto:bram@example.org]", ("Anna Bakker", "Bram")),
    ("anna@example.org (Anna Bakker)", ("Anna Bakker",)),
    # Zoom, Teams, Meet
    ("Anna Bakker (Host, me)\nBram (Guest)", ("Anna Bakker", "Bram")),
    ("Anna Bakker (jij)\nBram (Gast)\nChantal (organisator)", ("Anna Bakker", "Bram", "Chantal")),
    ("Deelnemers (3)\nAnna\nBram (co-host)\nChantal (zij/haar)", ("Anna", "Bram", "Chantal")),
    ("Anna Bakker\nOrganisator\nBram de Wit\nPresentator", ("Anna Bakker", "Bram de Wit")),
    ("Anna Bakker - Host\nBram", ("Anna Bakker", "Bram")),
    # Sheets and cards
    (
        "Voornaam;Tussenvoegsel;Achternaam;E-mail\nAnna;;Bakker;a@x.org\nBram;de;Wit;b@x.org",
        ("Anna Bakker", "Bram de Wit"),
    ),
    ('Name,Email\nAnna Bakker,a@x.org\n"Wit, Bram de",b@x.org', ("Anna Bakker", "Bram de Wit")),
    ("Last name\tFirst name\nBakker\tAnna", ("Anna Bakker",)),
    # mails, invitations and reports of meetings
    (
        "Aan: Anna Bakker <a@x.org>; Bram <b@x.org>\nCc: Zo\u00eb <z@x.org>",
        ("Anna Bakker", "Bram", "Zo\u00eb"),
    ),
    ("From: Anna <a@x.org>\nTo: Bram <b@x.org>\nSubject: Dirk\nDate: Mon, 1 Dec 2026", ("Anna", "Bram")),
    ("Required attendees: Anna Bakker; Bram de Wit", ("Anna Bakker", "Bram de Wit")),
    ("Deelnemers: Anna, Bram en Zo\u00eb", ("Anna", "Bram", "Zo\u00eb")),
    ("Organizer: Anna Bakker\nAttendees: Bram, Zo\u00eb", ("Anna Bakker", "Bram", "Zo\u00eb")),
    ("Deelnemers\nAnna\nBram", ("Anna", "Bram")),
    ("Names\r\nAnna\r\nBram", ("Anna", "Bram")),
    ("Aanwezig (2): Anna, Bram", ("Anna", "Bram")),
    ("Deelnemers:\nAnna\nBram", ("Anna", "Bram")),
    (
        "=?UTF-8?Q?Zo=C3=AB_Bos?= <z@x.org>, =?iso-8859-1?B?QW5u6Q==?= <a@x.org>",
        ("Zo\u00eb Bos", "Ann\u00e9"),
    ),
    (
        'ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Anna\n  Bakker:mailto:a@x.org\nATTENDEE;CN="Wit, Bram de":mailto:b@x.org',
        ("Anna Bakker", "Bram de Wit"),
    ),
    ("Organizer\nAnna Bakker\nAttendee\nBram", ("Anna Bakker", "Bram")),
    ("In deze vergadering (3)\nAnna Bakker\nOrganisator\nBram (Niet geverifieerd)", ("Anna Bakker", "Bram")),
    ("In this call\nAnna\nBram\nOthers invited (1)\nDirk", ("Anna", "Bram", "Dirk")),
    (
        'Full Name,User Action,Timestamp\nAnna Bakker,Joined,"11/21/2026, 9:00:00 AM"\nBram,Left,"11/21/2026"',
        ("Anna Bakker", "Bram"),
    ),
    ("Name\tFirst Join\tLast Leave\tRole\nAnna Bakker\t11/21/26\t11/21/26\tOrganizer", ("Anna Bakker",)),
    ("BEGIN:VCARD\nN:Bakker;Anna;;;\nFN:Anna Bakker\nEMAIL:a@x.org\nEND:VCARD", ("Anna Bakker",)),
)
IN_DOUBT = (
    ("anna.bakker@example.org", "Anna Bakker"),
    ("mailto:b.de.wit@example.org", "B de Wit"),
    ("Anna, Bram <bram@example.org>", "Bram Anna"),
    ("Anna Bakker (GGZ Noord)", "Anna Bakker"),
    ("Anna Bakker | Team Zuid", "Anna Bakker"),
    ("Anna Bakker, MSc", "Anna Bakker"),
    ("Anna Bakker +31 6 12345678", "Anna Bakker"),
    ("Anna,Bakker,anna@example.org", "Anna Bakker"),
    ("Anna, Bram\nChantal, Dirk", "Anna"),
    ("Anna Bakker\nGast", "Anna Bakker"),
    ("Afwezig: Dirk", "Afwezig: Dirk"),
    ("Met dank aan: Dirk, Bram", "Met dank aan: Dirk"),
    ("Anna / Bram", "Anna / Bram"),
    ("Anna, Bram, etc.", "etc."),
    ("Jan de Wit e.a.", "Jan de Wit e.a."),
    ("Anna/Bram", "Anna/Bram"),
    ("@anna @bram", "anna @bram"),
    ("Anna Bakker - Team Zuid <a@x.org>", "Anna Bakker - Team Zuid"),
    ("=?x-none?Q?Zo=C3?= <z@x.org>", "=?x-none?Q?Zo=C3?="),
    ("Anna Bakker\tRequired Attendee\tDeclined\nBram\tOptional Attendee\tNone", "Anna Bakker"),
    ("Anna Bakker, Geaccepteerd\nBram, Afgewezen", "Bram"),
    ("First Name,Last Name,E-mail 1 - Value\nAnna,Bakker,a@x.org", "Anna Bakker"),
)


@pytest.mark.parametrize(("paste", "names"), PLAIN)
def test_names_are_taken_from_a_list_as_people_write_it(paste: str, names: tuple[str, ...]) -> None:
    assert read_names(paste) == Names(names)


@pytest.mark.parametrize(("paste", "names"), SURE)
def test_a_list_from_another_program_gives_the_names_of_people(paste: str, names: tuple[str, ...]) -> None:
    assert read_names(paste) == Names(names)


@pytest.mark.parametrize(("paste", "name"), IN_DOUBT)
def test_what_may_be_wrong_is_in_doubt(paste: str, name: str) -> None:
    found = read_names(paste)
    assert name in found.names
    assert name in found.doubtful


WORDS = st.sampled_from(
    ["Anna", "Bram", "Zo\u00eb", "Jan-Willem", "O'Brien", "\u4e2d\u6587", "van", "de", "Wit", "Host"]
)
SIGNS = st.sampled_from(
    [*",;\n\t  >@()[]'\"", " <", " & ", " en ", ".org", "1. ", "mailto:", " | ", "FN:", "\u200b", " - "]
)


@given(st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=3)), max_size=25).map("".join))
def test_no_paste_brings_an_address_or_an_empty_name_out(paste: str) -> None:
    found = read_names(paste)
    for name in found.names:
        assert name == name.strip()
        assert name
        assert not set(name) & set("<>,;\n\t")
        assert not re.search(r"[^\s<>()\[\]\",;:]@", name)
    assert set(found.doubtful) <= set(found.names)


@given(st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=3)), max_size=25).map("".join))
def test_names_that_were_read_are_read_again_as_they_are(paste: str) -> None:
    found = read_names(paste)
    if not found.doubtful:
        assert read_names(found.text).names == found.names


NAME = st.lists(
    st.sampled_from(["Anna", "Bram", "Zo\u00eb", "Jan-Willem", "Wit", "O'Brien"]), min_size=1, max_size=3
)


@given(
    st.lists(NAME.map(" ".join), min_size=1, max_size=9),
    st.sampled_from([", ", "\n", "; ", "\t", ",", "\r\n"]),
)
def test_plain_names_hold_whatever_stands_between_them(names: list[str], between: str) -> None:
    assert read_names(between.join(names)) == Names(tuple(names))


@given(st.lists(NAME.map(" ".join), min_size=2, max_size=9, unique=True))
def test_names_with_addresses_hold_in_both_orders(names: list[str]) -> None:
    forward = ", ".join(f'"{name}" <someone@example.org>' for name in names)
    assert read_names(forward) == Names(tuple(names))
    turned = "; ".join(f"Bos, {name} van den <someone@example.org>" for name in names)
    assert read_names(turned) == Names(tuple(f"{name} van den Bos" for name in names))
