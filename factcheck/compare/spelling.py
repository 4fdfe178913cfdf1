"""One spelling for words that British and American writers spell in two ways.

The spelling chosen need not be a word: it only has to be the same for both.
"""

from __future__ import annotations

import re

# "colour", "honoured", "centre" and the like; four-letter words ("four", "hour") stay as they are.
_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ful|ite|ites|al|er|ers|hood|less)?\Z)")
_ISE = re.compile(r"(?<=[a-z]{3})(?<![aeiou])i[sz](?=(?:e|es|ed|er|ers|ing|ation|ations)\Z)")
_YSE = re.compile(r"(?<=[a-z]{3})y[sz](?=(?:e|es|ed|er|ers|ing)\Z)")
_DOUBLED = re.compile(
    r"\A(cancel|channel|counsel|dial|equal|fuel|initial|jewel|label|level|marvel|model|quarrel"
    r"|rival|shovel|signal|total|travel|tunnel)l(?=(?:ed|ing|er|ers|or|ors)\Z)"
)
_WORDS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "amongst": "among",
    "analogue": "analog",
    "calibre": "caliber",
    "catalogue": "catalog",
    "centre": "center",
    "centred": "centered",
    "centres": "centers",
    "cheque": "check",
    "cheques": "checks",
    "defence": "defense",
    "defences": "defenses",
    "dialogue": "dialog",
    "enrol": "enroll",
    "fibre": "fiber",
    "fibres": "fibers",
    "fulfil": "fulfill",
    "gray": "grey",
    "judgement": "judgment",
    "kilometre": "kilometer",
    "kilometres": "kilometers",
    "learnt": "learned",
    "licence": "license",
    "licences": "licenses",
    "litre": "liter",
    "litres": "liters",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "metre": "meter",
    "metres": "meters",
    "mum": "mom",
    "offence": "offense",
    "offences": "offenses",
    "plough": "plow",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "programs",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "sceptics": "skeptics",
    "skilful": "skillful",
    "theatre": "theater",
    "theatres": "theaters",
    "towards": "toward",
    "tyre": "tire",
    "tyres": "tires",
    "whilst": "while",
}


def one_spelling(word: str) -> str:
    """Return one spelling of a word in lower case that is written in two.

    >>> one_spelling("organised") == one_spelling("organized")
    True
    >>> one_spelling("four"), one_spelling("rise")
    ('four', 'rise')
    """
    word = _WORDS.get(word, word)
    word = _OUR.sub("or", word)
    word = _ISE.sub("iz", word)
    word = _YSE.sub("yz", word)
    return _DOUBLED.sub(r"\1", word)
