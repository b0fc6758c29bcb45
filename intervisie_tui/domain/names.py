"""The one reader of names that are typed or pasted: from an address book, a mail, a calendar or a video meeting.

What it reads is right, or it is in doubt: then whoever asked for names shows it and has it confirmed. No address ever
comes out.
"""

import csv
import re
from dataclasses import dataclass, replace

from intervisie_tui.domain.name_parts import (
    Part,
    ends_open,
    final,
    from_address,
    in_order,
    not_of_a_name,
    part_of,
)
from intervisie_tui.domain.name_sources import names_within
from intervisie_tui.domain.name_words import (
    CELL_ROLES,
    COUNTS,
    FIRST_NAME,
    FULL_NAME,
    INFIX,
    LAST_NAME,
    MAYBE_ROLE_LINES,
    OTHER_HEADS,
    PARTICLES,
    ROLE_LINES,
    SECTIONS,
    TITLES,
)

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_LINES = re.compile("\r\n?|[\u2028\u2029\v\f\u0085]")
_SINGLE_QUOTED = re.compile(
    r"(?m)(^|[,;])\s*'(?![ts] )(?:([^'\n<>;@]+)'(?=\s*<)|([^',\n<>;@]+)'(?=\s*(?:[,;]|$)))"
)
_AND = re.compile(r"\s+(?:and|en|&|\+)\s+", re.IGNORECASE)
_AND_FIRST = re.compile(r"^(?:(?:and|en)\s+|&\s*)", re.IGNORECASE)
_RECORDS, _PARTS = "\n;\uff1b", ",\t\u060c\u3001\uff0c"
_CLOSES = {"(": ")", "<": ">"}


@dataclass(frozen=True, slots=True)
class Names:
    """The names in the order in which they stood; those in doubt are to be confirmed before they are used."""

    names: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The names as a field shows them."""
        return ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    doubt: bool = False


def read_names(text: str) -> Names:
    """Read the names in a typed or pasted text, each as typed; doubles stay, see `group.doubles`."""
    text = _SPACES.sub(" ", _INVISIBLE.sub("", _LINES.sub("\n", text)))
    text = text.replace("\u201c", '"').replace("\u201d", '"').replace("\u201e", '"')
    text = names_within(text)
    try:
        found = _table(text)
    except csv.Error:
        found = None
    if found is None:
        found = _list(_SINGLE_QUOTED.sub(r'\1 "\2\3"', text))
    found = [each for each in found if each.name]
    return Names(
        tuple(each.name for each in found),
        tuple(dict.fromkeys(each.name for each in found if each.doubt or not_of_a_name(each.name))),
    )


def is_from_a_list(text: str) -> bool:
    """Whether a text is more than one plain name: it holds an address, a role, quotes, or what stands between names."""
    part = part_of(text)
    return part.address is not None or bool(re.search(r'[,;]\s|[\n\r\t"]|\([^()]*\)', text.strip()))


def _table(text: str) -> list[_Read] | None:
    """The names of a table whose first line names its columns; None if it is no such table."""
    rows = [line for line in text.split("\n") if line.strip()]
    if len(rows) < 2:
        return None
    for separator in (";", "\t", ","):
        heads = [_head(cell) for cell in next(csv.reader(rows[:1], delimiter=separator))]
        known = FULL_NAME | FIRST_NAME | INFIX | LAST_NAME | OTHER_HEADS
        named = any(head in FULL_NAME | FIRST_NAME | LAST_NAME for head in heads)
        unknown = [head for head in heads if head and head not in known]
        # Of two known columns one tells names: then the first line is no name, whatever the other columns are.
        if named and (not unknown or sum(head in known for head in heads) > 1):
            table = csv.reader(rows[1:], delimiter=separator)
            read = [_row(dict(zip(heads, cells, strict=False))) for cells in table]
            return [replace(each, doubt=each.doubt or bool(unknown)) for each in read]
    return None


def _head(cell: str) -> str:
    return " ".join(re.sub(r"\(.*?\)", "", cell).casefold().split())


def _row(cells: dict[str, str]) -> _Read:
    whole = next((cells[head] for head in cells if head in FULL_NAME), None)
    if whole is not None and whole.strip():
        part = part_of(f'"{whole}"' if "," in whole else whole)
        return _Read(part.text or from_address(part.address or ""), part.doubt or not part.text)
    halves = [
        part_of(cell)
        for kind in (FIRST_NAME, INFIX, LAST_NAME)
        for head, cell in cells.items()
        if head in kind
    ]
    return _Read(" ".join(half.text for half in halves if half.text), any(half.doubt for half in halves))


def _list(text: str) -> list[_Read]:
    records = [
        [part_of(part) for part in _split(record, _PARTS)]
        for record in _split(text, _RECORDS)
        if not _counts(record)
    ]
    records = [[part for part in record if part.text or part.address is not None] for record in records]
    records = _without_role_lines([_without_role_cells(record) for record in records if record])
    several = len(records) > 1 or ";" in text
    if any(part.address is not None for record in records for part in record):
        return _addressed(records, several)
    return _plain(records, lines=";" not in text)


def _split(text: str, signs: str) -> list[str]:
    """The pieces between these signs, but for those within quotes, angles and brackets that are closed."""
    pieces, start, at = [], 0, 0
    while at < len(text):
        sign = text[at]
        end = None
        if sign == '"':
            end = text.find('"', at + 1)
        elif sign in _CLOSES:
            end = text.find(_CLOSES[sign], at + 1)
        if end is not None and end > 0 and "\n" not in text[at:end]:
            at = end
        elif sign in signs:
            pieces.append(text[start:at])
            start = at + 1
        at += 1
    return [*pieces, text[start:]]


def _counts(record: str) -> bool:
    """Whether a line heads a list of people, or says how many there are."""
    found = re.fullmatch(r"\s*(?P<word>[^\d(:]*?)\s*(?P<count>[:(]?\s*\d+\s*\)?|:)?\s*", record)
    word = found["word"].casefold() if found else ""
    return word in SECTIONS or (word in COUNTS and bool(found and found["count"]))


def _without_role_lines(records: list[list[Part]]) -> list[list[Part]]:
    """Without the lines that tell the role of the person in the line above, or head those below."""
    kept: list[list[Part]] = []
    for record in records:
        words = record[0].text.casefold() if len(record) == 1 and record[0].address is None else ""
        if not kept and words in ROLE_LINES | COUNTS and len(records) > 1:
            continue
        if not kept or words not in ROLE_LINES | MAYBE_ROLE_LINES:
            kept.append(record)
        elif words in MAYBE_ROLE_LINES:
            kept[-1] = [*kept[-1][:-1], replace(kept[-1][-1], doubt=True)]
    return kept


def _without_role_cells(record: list[Part]) -> list[Part]:
    """Without what an invitation has in the cells behind a name, which is in doubt then: it may have been declined."""
    kept = [part for part in record[1:] if part.address is not None or not _is_role_cell(part.text)]
    first = record[0] if len(kept) == len(record) - 1 else replace(record[0], doubt=True)
    return [first, *kept]


def _is_role_cell(text: str) -> bool:
    return bool(text) and all(word in CELL_ROLES for word in text.casefold().split())


def _addressed(records: list[list[Part]], several: bool) -> list[_Read]:
    """Names with addresses: each address ends its name, which may be turned round by a comma."""
    groups: list[list[Part]] = []
    for record in records:
        pending: list[Part] = []
        for part in record:
            pending.append(part)
            if part.address is not None:
                groups.append(pending)
                pending = []
        groups += [[part] for part in pending]
    turned = [
        group for group in groups if len(group) > 1 and group[-1].address is not None and group[-1].text
    ]
    with_address = [group for group in groups if group[-1].address is not None]
    sure = len(turned) == len(with_address) and (len(turned) > 1 or several)
    found: list[_Read] = []
    for group in groups:
        found += _group(group, sure=sure, mixed=bool(turned))
    return found


def _group(group: list[Part], *, sure: bool, mixed: bool) -> list[_Read]:
    last = group[-1]
    doubt = any(part.doubt for part in group)
    if len(group) == 1:
        alone = last.address is None
        if not last.text:
            return [_Read(from_address(last.address or ""), doubt=True)]
        names = _people(last.text)
        return [_Read(name, doubt or len(names) > 1 or (alone and mixed)) for name in names]
    if not last.text:
        # The address has a cell of its own; of two cells before it nobody knows which is the first name.
        return [_Read(" ".join(part.text for part in group[:-1]), doubt or len(group) > 2)]
    infix = group[1].text if len(group) == 3 and _only_particles(group[1].text) else ""
    if len(group) == 2 or infix:
        first = f"{last.text} {infix}" if infix else last.text
        known = sure or ends_open(first) or _tells(last.address or "", group[0].text)
        return [_Read(in_order(group[0].text, first), doubt or not known)]
    return [_Read(part.text, doubt=True) for part in group if part.text.casefold() not in TITLES]


def _only_particles(text: str) -> bool:
    return bool(text) and all(word in PARTICLES for word in text.split())


def _tells(local: str, last: str) -> bool:
    """Whether an address holds the family name: then the comma has turned the name round."""
    letters = re.sub(r"[\W\d_]", "", local.casefold())
    family = re.sub(r"[\W\d_]", "", last.casefold())
    return len(family) > 2 and family in letters and family != letters


def _plain(records: list[list[Part]], *, lines: bool) -> list[_Read]:
    """Names without any address."""
    records = [_without_titles(record) for record in records]
    pairs = len(records) > 1 and all(len(record) == 2 for record in records)
    opens = any(len(record) == 2 and ends_open(record[1].text) for record in records)
    full = all(" " in part.text for record in records for part in record)
    found: list[_Read] = []
    for record in records:
        turned = (
            len(record) == 2 and not record[1].whole and not record[0].whole and
            (ends_open(record[1].text) or (pairs and (opens or (not lines and not full))))
        )  # fmt: skip
        if turned:
            doubt = record[0].doubt or record[1].doubt or not opens
            found.append(_Read(in_order(record[0].text, record[1].text), doubt))
        else:
            found += _each(record, doubt=pairs and not full)
    return found


def _without_titles(record: list[Part]) -> list[Part]:
    """Without degrees behind a comma; the name before one is in doubt."""
    kept: list[Part] = []
    for part in record:
        if kept and part.text.casefold() in TITLES:
            kept[-1] = replace(kept[-1], doubt=True)
        else:
            kept.append(part)
    return kept


def _each(record: list[Part], *, doubt: bool) -> list[_Read]:
    """Each part is a name; the last may be two with "and" between them."""
    found = []
    for place, part in enumerate(record):
        last = place == len(record) - 1
        names = _people(part.text) if last and not part.whole else [part.text]
        # In a longer list a name that ends with a particle has lost its family name, or turned it round.
        found += [_Read(name, doubt or part.doubt or ends_open(name)) for name in names]
    return found


def _people(text: str) -> list[str]:
    """One or more names with "and" between them, or before them."""
    before = None
    while before != text:
        before, text = text, _AND_FIRST.sub("", text)
    found = [final(name) for name in _AND.split(text)]
    return found if found == [text] else [name for one in found if one for name in _people(one)]
