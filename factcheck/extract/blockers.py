"""Spans that look like figures and are none, each with its reason.

`markup`, `url`, `handle`, `phone`, `postcode` and `version` are told by their shape; `name` is a
number inside a name ("F-16", "Boeing 737", "G7"), `label` one that follows its class
word ("chapter 11"), `address` a house number, `mark` a list number or footnote, `fixed` a phrase
such as "24/7". What a date claims is settled by the caller.
"""

from __future__ import annotations

import re

from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line, line_of
from factcheck.extract.quantities.names import cents_at, currency_at, unit_at
from factcheck.extract.reading import Blocked
from factcheck.schema import Span
from factcheck.tokens import Token
from factcheck.vocabulary.blockers import blockers
from factcheck.vocabulary.currencies import currency_symbols
from factcheck.vocabulary.nouns import is_plural
from factcheck.vocabulary.numbers import numbers

URL = re.compile(
    r"""(?<![\w@./:-])
    (?: (?:https?://|www\.)[^\s<>"”)\]]{1,2000}+
      | (?:[a-z0-9-]{1,63}+\.){1,4}+[a-z]{2,24}+/[^\s<>"”)\]]{1,2000}+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,5}+")
HANDLE = re.compile(r"(?<![\w@#])[@#]\w{1,140}+")
PHONE = re.compile(
    r"""(?<![\w.,+-])
    (?: (?:\+[0-9]{1,3}[\ .-]?+)?+
        (?: \([0-9]{2,5}\)[\ .-]?+ | 0[0-9]{2,4}+[\ .-] | [0-9]{3}[.-](?=[0-9]{3}[.-]) )
        [0-9]{2,4}+ (?:[\ .-][0-9]{2,4}+){1,4}+
      | \+[0-9]{1,3} (?:[\ .-][0-9]{2,5}){2,5}+
    )(?![\w%])""",
    re.VERBOSE,
)
POSTCODE = re.compile(
    r"(?<!\w)[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}(?!\w)|(?<!\w)[A-Z]{2} [0-9]{5}(?!\w)"
)
MARK = re.compile(r"\[[0-9]{1,3}\]|(?<!\S)[0-9]{1,2}\s?\)(?=\s)|^\s*+[0-9]{1,2}\.(?=\s+\S)")

MARKUP = re.compile(r"</?[Hh][1-6]>|<[A-Za-z][A-Za-z0-9]{0,20}+\s[^<>]{0,2000}+>")

_SHAPES = (
    (MARKUP, "markup"),
    (URL, "url"),
    (EMAIL, "url"),
    (HANDLE, "handle"),
    (PHONE, "phone"),
    (POSTCODE, "postcode"),
    (MARK, "mark"),
)
_HYPHENS = frozenset("-–‑−")
_ENDINGS = frozenset("st nd rd th s am pm e x yo fold c p".split())
_EMERGENCY = frozenset(("911", "999", "112"))
_DIALS = frozenset(("dial", "dialled", "text", "phone"))
_CALLED = frozenset("call calls caller callers system operator operators dispatcher line".split())
MAX_GLUED = 12  # tokens of one name that letters and digits run through
# Who comes behind these and a number was counted, in capitals or not.
_HARMS = frozenset(
    "kill kills killed killing wounded injured arrested detained captured freed executed".split()
)
_PLACED = frozenset("at on in of near to from outside".split())  # a house number follows
_PREFIXES = frozenset("sub minus mid pre post non to under over x and".split())


def find_blocked(text: str, tokens: tuple[Token, ...]) -> tuple[Blocked, ...]:
    """Return the spans of one normalised sentence that no figure may be read from, in order.

    >>> from factcheck.tokens import tokenize
    >>> sentence = "The F-16 flew over Highway 61."
    >>> [(sentence[b.span.start : b.span.end], b.reason)
    ...  for b in find_blocked(sentence, tokenize(sentence))]
    [('F-16', 'name'), ('Highway 61', 'label')]
    """
    found = [
        Blocked(Span(match.start(), match.end()), reason)
        for pattern, reason in _SHAPES
        for match in pattern.finditer(text)
        if reason != "mark" or len(match[0]) < len(text)
    ]
    line = line_of(text, tokens)
    for at, token in enumerate(tokens):
        if token.kind == "number":
            block = _at_number(line, at)
            if block is not None:
                found.append(block)
    return _without_overlaps(found)


def _without_overlaps(found: list[Blocked]) -> tuple[Blocked, ...]:
    kept: list[Blocked] = []
    for block in sorted(found, key=lambda b: (b.span.start, -b.span.end)):
        if not kept or block.span.start >= kept[-1].span.end:
            kept.append(block)
    return tuple(kept)


def _block(line: Line, first: int, last: int, reason: str) -> Blocked:
    return Blocked(Span(line.tokens[first].start, line.tokens[last - 1].end), reason)


def _at_number(line: Line, at: int) -> Blocked | None:
    for rule in (
        _bracketed,
        _fixed,
        _glued_before,
        _hyphenated,
        _glued_after,
        _version,
        _labelled,
        _address,
        _named,
    ):
        block = rule(line, at)
        if block is not None:
            return block
    return None


def _bracketed(line: Line, at: int) -> Blocked | None:
    """Block the footnote "(2)" and the repetition in "forty-five (45)", not "Ana Reyes (45)"."""
    alone = line.word(at - 1) == "(" and line.word(at + 1) == ")" and len(line.raw(at)) < 3
    if alone and not line.raw(at - 2)[:1].isupper():
        return _block(line, at - 1, at + 2, "mark")
    return None


def _fixed(line: Line, at: int) -> Blocked | None:
    dialled = line.word(at - 1) in _DIALS and len(line.raw(at)) > 2
    if dialled or (line.raw(at) in _EMERGENCY and line.word(at + 1) in _CALLED):
        return _block(line, at, at + 1, "phone")
    written = f"{line.raw(at)}{line.raw(at + 1)}{line.raw(at + 2)}"
    return _block(line, at, at + 3, "fixed") if written in blockers().fixed else None


def _glued_before(line: Line, at: int) -> Blocked | None:
    """Block "G7", "A380", "H1N1", "ID.3": a number that letters run into."""
    first = at - 1
    if line.word(first) == "." and line.touches(first):
        first -= 1
    letters = line.raw(first)
    if not (line.touches(at) and line.is_word(first)) or letters.startswith(("'", "’")):
        return None
    if line.touches(first) and line.is_number(first - 1):
        return None
    if first == at - 1 and _is_code(line, first, letters):
        return None
    return _block(line, first, _glued_end(line, at), "name")


def _is_code(line: Line, at: int, letters: str) -> bool:
    """Say whether letters glued to a number are a currency: "USD5", "MUSD5", "$US5"."""
    known = currency_symbols()
    if letters == "PS" and len(line.raw(at + 1)) == 1:
        return line.touches(at + 2) and line.is_word(at + 2)
    if letters in known or (letters[:1] == "M" and letters[1:] in known):
        return True
    return line.touches(at) and line.raw(at - 1) + letters in known


def _hyphenated(line: Line, at: int) -> Blocked | None:
    """Block "F-16", "COVID-19", "last-32"; keep "sub-7", "mid-1970s", "minus-1.4"."""
    if line.word(at - 1) not in _HYPHENS or not line.touches(at) or not line.is_word(at - 2):
        return None
    word = line.raw(at - 2)
    if line.touches(at - 1):
        named = _names_with_hyphen(line, at - 2, word)
    else:
        acronym = word.isupper() and len(word) > 2 and line.raw(at).isdigit()
        named = acronym and line.word(at + 1) not in ("%", "per", "percent", "points")
    return _block(line, at - 2, _glued_end(line, at), "name") if named else None


def _names_with_hyphen(line: Line, at: int, word: str) -> bool:
    if word.lower() in ("under", "over") and line.word(at + 3) == "s" and line.touches(at + 3):
        return True
    if word.islower():
        return word in ("last", "top", "big", "under", "vitamin")
    if word.lower() in _PREFIXES or word in numbers().suffixes:
        return False
    return not (word.lower() in numbers().small or (line.touches(at) and line.is_number(at - 1)))


def _glued_end(line: Line, at: int) -> int:
    last = at + 1
    while last - at < MAX_GLUED and line.touches(last) and line.tokens[last].kind != "symbol":
        last += 1
    return last


def _glued_after(line: Line, at: int) -> Blocked | None:
    """Block "5G", "4K", "777F": digits that letters run into which are no unit or scale."""
    after = at + 1
    if line.word(after) == "-" and line.raw(after + 1) == "D" and line.touches(after + 1):
        return _block(line, at, after + 2, "name")
    if not (line.touches(after) and line.is_word(after)):
        return None
    screen = line.raw(after) == "K" and line.raw(at) in ("4", "5", "8")
    freighter = line.raw(after) == "F" and len(line.raw(at)) == 3
    if not (screen or freighter) and _continues(line, after):
        return None
    return _block(line, at, _glued_end(line, at), "name")


def _continues(line: Line, at: int) -> bool:
    """Say whether the letters at `at` belong to the number before: ordinal, scale, unit, code."""
    raw, word = line.raw(at), line.word(at)
    if word in _ENDINGS or raw.startswith(("'", "’")):
        return True
    table = numbers()
    for names in (table.signs, table.suffixes, table.doubtful, table.scales):
        if raw in names or word in names:
            return True
    if raw[:1] == "M" and raw[1:] in currency_symbols():
        return True
    return bool(unit_at(line, at) or currency_at(line, at) or cents_at(line, at))


def _version(line: Line, at: int) -> Blocked | None:
    """Block "192.168.1.2" and "1.2.3"."""
    text = line.raw(at)
    pieces = text.split(".")
    if len(pieces) > 2 and "," not in text and any(len(piece) != 3 for piece in pieces[1:]):
        return _block(line, at, at + 1, "version")
    return None


def _labelled(line: Line, at: int) -> Blocked | None:
    """Block the number after a class word: "Channel 4", "Resolution 2254", "clause 4.2"."""
    before = line.word(at - 1)
    short = before == "." and line.word(at - 2) in _SHORT_LABELS
    group = before == "of" and line.raw(at - 2) == "Group"
    if short or group:
        return _block(line, at - 2, at + 1, "label")
    if before not in blockers().labels or "," in line.raw(at) or not _is_label(line, at):
        return None
    return _block(line, at - 1, _label_end(line, at), "label")


def _is_label(line: Line, at: int) -> bool:
    """Tell "Game 6" from "the game 6 people saw": by the capital, and by what is counted."""
    table, before = blockers(), line.word(at - 1)
    capital = line.raw(at - 1) != before
    if before in table.strict:
        return True
    if before not in table.shy:
        return capital or not _counts_thing(line, at)
    if capital:
        return not _counts_thing(line, at)
    return before in _LOWER_LABELS and not _counts_thing(line, at)


_SHORT_LABELS = frozenset(("no", "nos", "fig", "vol", "pp", "art", "sec"))
_LOWER_LABELS = frozenset(
    (
        "page pages line lines level phase stage grade category gate floor room rule type tier "
        "number volume game week round platform table track exit bus order footnote note ref "
        "figure item question block zone group model iphone galaxy part"
    ).split()
)


def _label_end(line: Line, at: int) -> int:
    last = at + 1
    if line.word(last) == "(" and line.is_number(last + 1) and line.word(last + 2) == ")":
        return last + 3
    if line.word(last) in _HYPHENS and line.touches(last) and line.is_number(last + 1):
        return last + 2
    return last


def _counts(line: Line, at: int) -> bool:
    """Say whether the number at `at` counts or measures what follows it."""
    after = line.word(at + 1)
    if after in blockers().counting or after in ("%", "-") or after in numbers().scales:
        return True
    if unit_at(line, at + 1) or currency_at(line, at + 1):
        return True
    noun, _ = counted_noun(line, at + 1, one=False)
    return bool(noun) and (line.titled or line.raw(at + 1)[:1].islower())


def _counts_thing(line: Line, at: int) -> bool:
    noun, _ = counted_noun(line, at + 1, one=False)
    return bool(noun) or unit_at(line, at + 1) is not None or line.word(at + 1) in ("%", "million")


def _address(line: Line, at: int) -> Blocked | None:
    """Block "49 Zorro Ranch Road": capitals between a number and a word for a street."""
    if not (line.raw(at + 1)[:1].isupper() and line.raw(at).isdigit()):
        return None
    if line.word(at - 1) in currency_symbols():
        return None
    for last in range(at + 1, min(at + 6, len(line.tokens))):
        capital = line.raw(last)[:1].isupper()
        if line.word(last) in blockers().streets and capital:
            counted = line.word(at - 1) not in _PLACED and is_plural(line.raw(last + 1))
            return None if counted else _block(line, at, last + 1, "address")
        if not (capital or line.is_number(last) or line.word(last) in ("st", "nd", "rd", "th")):
            break
    return _block(line, at, at + 2, "name") if _is_model(line, at) else None


def _is_model(line: Line, at: int) -> bool:
    """Say whether a number starts a name: a capital follows it and nothing counted after that."""
    text, after = line.raw(at), line.word(at + 1)
    if text in blockers().aircraft:
        return not is_plural(after)
    if line.touches(at + 1) or line.word(at - 1) in _HARMS:
        return False
    if after in blockers().openers or _counts(line, at) or len(text) > 3:
        return False
    noun, _ = counted_noun(line, at + 1, one=False)
    named = noun or _designates(line, at + 2)
    return not named and not line.titled and line.raw(at + 1)[1:2].islower()


def _designates(line: Line, at: int) -> bool:
    """Say whether aircraft and the like stand here in the plural: "14 Norland F-16s"."""
    hyphen = line.word(at + 1) in _HYPHENS and line.touches(at + 1) and line.touches(at + 2)
    return hyphen and line.raw(at).isupper() and line.word(at + 3) == "s"


def _named(line: Line, at: int) -> Blocked | None:
    """Block a bare number right after a capitalised name that counts nothing: "Boeing 737"."""
    before = line.raw(at - 1)
    if not (line.is_word(at - 1) and before[:1].isupper() and line.gap(at) == 1):
        return None
    known = before.lower() in blockers().openers or _is_code(line, at - 1, before)
    sequel = at == 1 and line.word(at + 1) in ("has", "is", "was", "had", ":")
    starts = at == 1 and not (sequel or line.raw(at + 1)[:1].isupper())
    glued = line.touches(at + 1) and line.word(at + 1) in ("-", "–", ":", "/", "%")
    lone = line.titled or not line.raw(at - 2)[:1].isupper()
    if is_plural(before.lower()) and lone:
        return None
    if known or starts or glued or "," in line.raw(at) or (_counts(line, at) and not sequel):
        return None
    return _block(line, at - 1, at + 1, "name")
