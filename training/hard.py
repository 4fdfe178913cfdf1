"""Hard pairs, made from real sentences: what a sentence says, and what it only seems to say.

Both sides are changed in turn, so that no word of the claim tells the label by itself.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from factcheck.entail.text import masked, plain
from training.amounts import Figure, figures, label, near, pick, put, said
from training.pairs import NEITHER, REFUTES, SUPPORTS, Pair


def quantities(sources: list[tuple[str, str]], dice: random.Random) -> Iterator[Pair]:
    """Change a figure that claim and evidence share, in one sentence or in two wordings of it.

    Given evidence must support its claim. "Over 40 cases" shares its figure with "42 cases".
    """
    wanted = (SUPPORTS, REFUTES, NEITHER)
    for turn, (claim, evidence) in enumerate(sources):
        shared = list(_shared(figures(claim), figures(evidence)))
        if not shared:
            continue
        mine, theirs = dice.choice(shared)
        chosen = pick(theirs.value, wanted[turn % 3], dice)
        if chosen is not None:
            says, claims = chosen
            yield Pair(
                put(claim, mine, claims.words),
                put(evidence, theirs, says.words),
                label(says, claims),
                "hard/quantity" if claim == evidence else "hard/reworded",
            )


def _shared(ours: list[Figure], theirs: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure of the claim with the one of the evidence that it must rest on."""
    for mine in ours:
        equal = [other for other in theirs if other.value == mine.value]
        close = [other for other in theirs if 0.75 < other.value / mine.value < 1.33]
        for found in (equal, close):
            if len(found) == 1:
                yield mine, found[0]
                break


_OTHER_MEASURE = (
    ("killed", "injured", "wounded", "arrested", "displaced", "missing", "hospitalised"),
    ("deaths", "cases", "recoveries", "injuries", "arrests", "tests"),
    ("men", "women", "children"),
    ("imports", "exports"),
    ("revenue", "profit", "debt", "losses"),
    ("goals", "assists", "appearances"),
    ("sold", "produced", "ordered"),
    ("houses", "schools", "shops", "bridges"),
    ("hired", "dismissed"),
    ("north", "south", "east", "west"),
    ("kilometres", "miles"),
    ("metres", "feet"),
    ("daily", "weekly", "monthly", "yearly"),
)
_MEASURE_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted({word for group in _OTHER_MEASURE for word in group}))})\b"
)


def other_measures(sources: Iterable[tuple[str, str]], dice: random.Random) -> Iterator[Pair]:
    """Name another measure in the claim, with the figure kept or changed: neither."""
    for claim, evidence in sources:
        words = [found for found in _MEASURE_WORD.finditer(claim) if found[0] in evidence]
        if not words or not figures(claim):
            continue
        found = dice.choice(words)
        group = next(group for group in _OTHER_MEASURE if found[0] in group)
        others = [word for word in group if word not in evidence]
        if not others:
            continue
        changed = claim[: found.start()] + dice.choice(others) + claim[found.end() :]
        counted = figures(changed)
        if counted and dice.random() < 0.5:
            figure = dice.choice(counted)
            changed = put(changed, figure, said(near(figure.value, dice)))
        yield Pair(changed, evidence, NEITHER, "hard/measure")


_LONG_WORD = re.compile(r"[^\W_]{4,}")
_STOP = re.compile(r"(?<=[a-z)][.!?]) (?=[A-Z])")
_BE = re.compile(r"\b(was|were|is|are|will|can|has been|have been|had been|would|could)\b(?! not)")


def negations(sentences: Iterable[str], dice: random.Random) -> Iterator[Pair]:
    """Deny a sentence on either side or on both; say it as an open question or a plan."""
    for sentence in sentences:
        verbs = list(_BE.finditer(sentence))
        if len(verbs) != 1 or not 5 <= len(sentence.split()) <= 24 or " not " in sentence:
            continue
        verb = verbs[0]
        first, *rest = verb[0].split()
        said_not = " ".join((first, dice.choice(("not", "not", "never")), *rest))
        denied = sentence[: verb.start()] + said_not + sentence[verb.end() :]
        opened = dice.choice((
            "It is not clear whether {}", "Nobody could say whether {}", "Some hoped that {}",
            "Rumours that {} could not be confirmed.", "A court will decide whether {}",
        )).format(_inner(sentence))  # fmt: skip
        told = dice.choice((
            "Officials said that {}.", "The mayor told reporters: {}.",
            "According to the report, {}.", "{}, the agency said.",
        ))  # fmt: skip
        yield from dice.sample(
            (
                Pair(sentence, denied, REFUTES, "hard/negation"),
                Pair(denied, sentence, REFUTES, "hard/negation"),
                Pair(denied, denied.replace(" not ", " never "), SUPPORTS, "hard/negation"),
                Pair(sentence, told.format(_inner(sentence)), SUPPORTS, "hard/negation"),
                Pair(denied, told.format(_inner(denied)), SUPPORTS, "hard/negation"),
                Pair(sentence, told.format(_inner(denied)), REFUTES, "hard/negation"),
                Pair(denied, told.format(_inner(sentence)), REFUTES, "hard/negation"),
                Pair(sentence, opened, NEITHER, "hard/negation"),
                Pair(denied, opened, NEITHER, "hard/negation"),
            ),
            k=3,
        )


def _inner(sentence: str) -> str:
    """Write a sentence as the clause of another one."""
    small = sentence.startswith(("The ", "There ", "In ", "It ", "Since ", "Before ", "By "))
    return (sentence[0].lower() + sentence[1:] if small else sentence).rstrip(" .")


def near_misses(pairs: list[Pair], pages: list[str], dice: random.Random) -> Iterator[Pair]:
    """Pair a claim with evidence of another page that shares its rarest words: neither.

    This is what retrieval brings. Evidence that does not name its own page's subject is left out:
    "there are 246 cases" may be of any country.
    """
    holders: dict[str, list[int]] = {}
    for place, found in enumerate(pairs):
        if _subject(pages[place]) in found.evidence:
            for word in _long_words(found.evidence):
                holders.setdefault(word, []).append(place)
    for found, page in zip(pairs, pages, strict=True):
        rare: dict[int, float] = {}
        for word in _long_words(found.claim):
            places = holders.get(word, ())
            if 1 < len(places) <= 400:
                for place in places:
                    rare[place] = rare.get(place, 0.0) + 1 / len(places)
        nearest = sorted(rare, key=lambda place: (-rare[place], place))[:40]
        best = [
            place
            for place in nearest
            if pages[place] != page and not _same_case(pairs[place], found)
        ]
        if best:
            evidence = pairs[dice.choice(best[:4])].evidence
            yield Pair(found.claim, evidence, NEITHER, "hard/near-miss")


def _subject(page: str) -> str:
    """Return what a page is about: "Bulgaria" of "2020 coronavirus pandemic in Bulgaria"."""
    return page.split(" (", maxsplit=1)[0].rsplit(" in ", 1)[-1].removeprefix("the ")


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text))


def _same_case(other: Pair, found: Pair) -> bool:
    theirs, mine, claim = (_long_words(text) for text in (other.evidence, *found[1::-1]))
    alike = len(theirs & mine) > 0.45 * min(len(theirs), len(mine) or 1)
    told = len(theirs & claim) > 0.6 * len(claim)
    return alike or told or other.claim == found.claim


def in_company(pairs: Iterable[Pair], others: list[str], dice: random.Random) -> Iterator[Pair]:
    """Put a sentence of another matter before or after the evidence: the label stays."""
    for found in pairs:
        other = dice.choice(others)
        both = [found.evidence, other]
        dice.shuffle(both)
        yield found._replace(evidence=" ".join(both), source="hard/company")


def masks(pairs: Iterable[Pair], label: int) -> Iterator[Pair]:
    """Hide all figures: does the evidence speak of the claim's measure at all?

    `label` tells what the pairs have in common: `SUPPORTS` for one measure, whatever its values,
    `NEITHER` for different ones.
    """
    for found in pairs:
        if figures(found.claim) and figures(found.evidence):
            yield Pair(masked(found.claim), masked(found.evidence), label, "hard/masked")


def news_sentences(texts: Iterable[str]) -> list[str]:
    """Cut texts into plain sentences of a middling length, roughly; for making pairs only."""
    return [
        sentence
        for text in texts
        for sentence in _STOP.split(plain(text))
        if 6 <= len(sentence.split()) <= 40 and sentence[:1].isupper()
    ]
