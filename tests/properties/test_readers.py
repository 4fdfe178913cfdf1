"""P10 and P12 for what is read: no input crashes, offsets point at the original text."""

import itertools
import json
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Limits
from factcheck.normalize import normalize
from factcheck.readers import SUFFIXES, read, read_text
from factcheck.schema import Document, Refusal, Span
from factcheck.segment import segment

HIDDEN = "\u200b\u200d\u00ad\u2060\u202e"
WORDS = "Ten 5,670 ships U.S. Mr. said . , : - # > | * By Reyes Date: 2015-09-26 (AP) null"
MARKS = '<p> </p> <div> <!-- { } [ ] \u200b é \u0301 " “ ” !'
GAPS = ["\n", "\n\n", "\r\n", " ", "  ", "\t", "! ", ". "]
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), *GAPS])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def read_bytes(data: bytes, suffix: str) -> list[Document | Refusal]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        return list(read(path, name=f"a{suffix}", fields={}, limits=Limits()))


def slices(document: Document) -> list[str]:
    return [document.text[s.span.start : s.span.end] for s in segment(document)]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@settings(max_examples=25)
@given(data=st.one_of(st.binary(max_size=200), TEXTS.map(str.encode)))
def test_any_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    found = read_bytes(data, suffix)
    assert found
    assert msgspec.json.encode(found)


@given(st.one_of(st.text(max_size=200), TEXTS))
def test_every_word_is_in_one_sentence_or_in_none(text: str) -> None:
    document = read_text(text, "-")
    sentences = segment(document)
    for before, after in itertools.pairwise(sentences):
        assert before.span.end <= after.span.start
    for number, block in enumerate(document.blocks):
        inside = [s.span for s in sentences if s.block == number]
        assert all(block.span.contains(span) for span in inside)
        joined = "".join(document.text[span.start : span.end] for span in inside)
        whole = document.text[block.span.start : block.span.end]
        assert "".join(joined.split()) == "".join(whole.split())


@given(TEXTS, TEXTS)
def test_two_texts_in_one_are_cut_as_each_alone(first: str, second: str) -> None:
    # What a first line means depends on what follows, so each part begins with two paragraphs.
    opening = "Title: X\n\nThe first one ended here.\n\nThe second one too.\n\n"
    closing = "\n\nThe last one ended here."
    first, second = f"{first}{closing}", f"The next one.\n\n{second}{closing}"
    alone = slices(read_text(opening + first, "-")), slices(read_text(opening + second, "-"))
    both = slices(read_text(f"{opening}{first}\n\n{second}", "-"))
    assert both == [*alone[0], *alone[1][3:]]


@given(st.lists(st.sampled_from(["5", "67", ",", "890", *HIDDEN, "５", "٦"]), min_size=1))
def test_a_number_is_found_again_in_the_original(parts: list[str]) -> None:
    original = f"Some {''.join(parts)}0 people"
    clean = normalize(original)
    start = clean.text.index(" ") + 1
    end = clean.text.rindex(" ")
    span = clean.span(start, end)
    assert normalize(original[span.start : span.end]).text == clean.text[start:end]
    assert clean.span(end + 1, len(clean.text)) == Span(len(original) - 6, len(original))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_records_keep_their_text_and_get_ids_of_their_own(texts: list[str]) -> None:
    lines = [json.dumps({"id": text[:3], "text": f"Ten. {text}"}) for text in texts]
    found = read_bytes("\n".join(lines).encode(), ".jsonl")
    documents = [one for one in found if isinstance(one, Document)]
    assert [document.text for document in documents] == [f"Ten. {text}" for text in texts]
    assert len({document.origin.id for document in documents}) == len(texts)
