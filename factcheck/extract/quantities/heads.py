"""The counted noun after a number: the head of the noun phrase, in the singular."""

from __future__ import annotations

from factcheck.extract.quantities.line import Line
from factcheck.vocabulary.nouns import is_plural, nouns, singular
from factcheck.vocabulary.numbers import numbers

MAX_WORDS = 6
_HYPHENS = frozenset("-–‑")
_DETERMINERS = frozenset("the his her its their our my those these".split())
_PARTITIVE = frozenset(("of", "worth", "in"))
_ADJECTIVES = ("al", "ive", "ous", "ed", "ic", "ful", "able", "ible", "ary", "ern", "ese", "ian")
_NOT_MATTER = frozenset("other some many several every each early late new".split())
_ADVERBS = frozenset(
    "ashore overnight aboard abroad home onshore offshore north south east west".split()
)
_HARMED = frozenset(("dead", "wounded", "injured", "missing"))
_AFTER_ONE = frozenset("dead hit shot hurt alive missing killed wounded injured hours days".split())
_KNOWN_ADJECTIVES = frozenset(
    (
        "new other more big small large old young good bad great high low top main major minor "
        "further extra full first last different single separate senior junior local foreign "
        "key armed recent former current long short straight lead leading additional special "
        "public private free open average nearby whole half particular "
        "possible certain similar obvious"
    ).split()
)


def counted_noun(line: Line, at: int, *, one: bool) -> tuple[str, int]:
    """Return the counted noun of the phrase that starts at `at`, and where the phrase ends.

    The head is the first plural that no other plural follows; where the number is one, the first
    word that is no adjective. The noun is empty, and the end `at`, where there is none.

    "40 armed police officers" gives "officer", "two of his deputies" gives "deputy".
    """
    start = _partitive(line, _past_bound(line, at))
    head = _one(line, start) if one else _plural(line, start)
    if head < 0:
        return "", at
    word = line.raw(head)
    noun = singular(word if word[:1].isupper() else word.lower())
    if word[:1].isupper() and line.raw(head - 1) == "New":
        noun = f"New {noun}"
    return noun, head + 1


def _past_bound(line: Line, at: int) -> int:
    """Step over what stands between number and noun: 100 or so men, 40 more men, four "zones"."""
    if line.word(at) == "or" and line.word(at + 1) in ("so", "more", "fewer", "less"):
        at += 2
    if line.word(at) == "more" and line.word(at + 1) != "than":
        at += 1
    quoted = line.raw(at) in ('"', "“", "‘", "'") and line.touches(at + 1)
    return at + 1 if quoted and not line.touches(at) else at


def _partitive(line: Line, at: int) -> int:
    """Step over "of the" and a number after it: "12 of the 134 members" counts members."""
    if line.word(at) != "of":
        return at
    at += 1
    if line.word(at) in _DETERMINERS:
        at += 1
    return at + 1 if line.is_number(at) or line.word(at) in numbers().small else at


def _stops(line: Line, at: int) -> bool:
    """Say whether no noun phrase goes on here: "of", "were", but not in "gas-only" or "US"."""
    raw = line.raw(at)
    initials = len(raw) > 1 and raw.isupper() and not line.titled
    if initials or line.lower[at] not in nouns().stops:
        return False
    return not (line.word(at - 1) in _HYPHENS and line.touches(at) and line.touches(at - 1))


def _plural(line: Line, start: int) -> int:
    head = -1
    for at in range(start, min(start + MAX_WORDS, len(line.tokens))):
        word = line.lower[at]
        if line.tokens[at].kind == "symbol":
            if word in _HYPHENS and line.touches(at) and line.touches(at + 1):
                continue
            break
        if word in ("'s", "’s"):
            if head >= 0:
                head = -1
            continue
        if _is_joined(line, start, at, head) or _is_in_name(line, at):
            continue
        if _stops(line, at) or line.is_number(at) or word in numbers().small:
            break
        if head >= 0 and (word in _HARMED or not is_plural(word)):
            break
        if is_plural(word):
            head = at
    return head


def _is_joined(line: Line, start: int, at: int, head: int) -> bool:
    """Say whether "and" joins two words before their noun: "88 rebel and regime forces"."""
    if line.word(at) != "and" or at == start or head >= 0:
        return False
    before, after = line.word(at - 1), line.word(at + 1)
    if before in _HARMED or before.endswith(("ed", "ing")) or after in numbers().vague:
        return False
    return line.is_word(at - 1) and line.is_word(at + 1) and not is_plural(after)


def _is_in_name(line: Line, at: int) -> bool:
    """Say whether a number hangs on the word before it: "two F-16 jets"."""
    hyphened = line.word(at - 1) in _HYPHENS and line.touches(at - 1) and line.is_word(at - 2)
    return line.is_number(at) and line.touches(at) and (hyphened or line.is_word(at - 1))


def _is_compounded(line: Line, at: int) -> bool:
    """Say whether the token is a piece of a compound before a noun: "rebel-held district"."""
    inside = line.word(at) in _HYPHENS and line.touches(at) and line.touches(at + 1)
    opens = line.word(at + 1) in _HYPHENS and line.touches(at + 1) and line.touches(at + 2)
    return inside or opens


def _one(line: Line, start: int) -> int:
    """Find the head after "one": the last noun before a verb, at most two of them."""
    head, found, doubtful = -1, 0, -1
    for at in range(start, min(start + MAX_WORDS, len(line.tokens))):
        word = line.lower[at]
        if _is_compounded(line, at):
            continue
        if not line.is_word(at) or _stops(line, at) or found == 2:
            break
        if head >= 0 and (word.endswith(("s", "ed", "ly")) or word in _AFTER_ONE):
            break
        if doubtful >= 0 and word.endswith("ed"):
            break
        if len(word) > 4 and word.endswith(_ADJECTIVES) and not word.endswith("ed"):
            doubtful = at
        elif not (word in _KNOWN_ADJECTIVES or word.endswith("ed")):
            head, found = at, found + 1
    return head if head >= 0 else doubtful


def matter(line: Line, at: int, *, money: bool) -> tuple[str, int]:
    """Return what a sum or measure is of, and where that ends.

    "$20 billion worth of US military aid" is of "aid"; the noun is empty and the end `at` where
    there is none.
    """
    start = at
    words = 0
    if line.word(at) == "in" and not (money and line.raw(at + 1).islower()):
        return "", start
    if line.word(at + 1) in _NOT_MATTER or line.word(at + 1) in numbers().small:
        return "", start
    while line.word(at) in _PARTITIVE and words < 3:
        at, words = at + 1, words + 1
    if not words or line.word(at - 1) == "worth":
        return "", start
    head = -1
    for k in range(at, min(at + MAX_WORDS, len(line.tokens))):
        word = line.lower[k]
        if not line.is_word(k) or _stops(line, k) or word.startswith(("'", "’")):
            break
        if head >= 0 and (word.endswith(("ed", "ly", "ing")) or word in _ADVERBS):
            break
        head = k
        if is_plural(word) and not is_plural(line.word(k + 1)):
            break
    if head < 0:
        return "", start
    word = line.raw(head)
    return singular(word if word[:1].isupper() else word.lower()), head + 1
