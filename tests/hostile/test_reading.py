"""P8, P10, P16, P23: every file is accounted for, nothing crashes, hangs or leaves the root."""

import time
from pathlib import Path

import msgspec
import pytest

from factcheck.config import Limits
from factcheck.normalize import normalize
from factcheck.readers import read, walk
from factcheck.schema import Document, Refusal
from factcheck.segment import segment

from .zoo import CONTROL, OUTSIDE, Specimen, build, build_oddities, specimens

SPECIMENS = {specimen.name: specimen for specimen in specimens()}
SECONDS = 3  # each takes a few hundredths on the machine it was written on


def outcomes(path: Path, name: str) -> list[Document | Refusal]:
    return list(read(path, name=name, fields={}, limits=Limits()))


@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=SPECIMENS)
def test_a_specimen_comes_out_as_it_must(specimen: Specimen, tmp_path: Path) -> None:
    path = tmp_path / Path(specimen.name).name
    path.write_bytes(specimen.data)
    started = time.process_time()
    found = outcomes(path, specimen.name)
    documents = [one for one in found if isinstance(one, Document)]
    sentences = [
        normalize(document.text[s.span.start : s.span.end], markdown=True).text
        for document in documents
        for s in segment(document)
    ]
    assert time.process_time() - started < SECONDS
    assert len(documents) == specimen.documents
    assert tuple(one.code for one in found if isinstance(one, Refusal)) == specimen.refused
    if specimen.outcome != "refused":
        assert any(CONTROL in sentence for sentence in sentences)
    assert max(map(len, sentences), default=0) <= Limits().max_sentence_characters


@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=SPECIMENS)
def test_what_was_read_can_be_written_and_pointed_at(specimen: Specimen, tmp_path: Path) -> None:
    path = tmp_path / Path(specimen.name).name
    path.write_bytes(specimen.data)
    for found in outcomes(path, specimen.name):
        assert msgspec.json.encode(found)
        if isinstance(found, Document):
            ends = [0]
            for block in found.blocks:
                assert ends[-1] <= block.span.start < block.span.end <= len(found.text)
                ends.append(block.span.end)
            assert found.origin.date is None
            assert found.line_at(len(found.text) - 1) >= 1


def test_every_found_file_is_accounted_for(tmp_path: Path) -> None:
    made = build(tmp_path / "zoo")
    found = list(walk(tmp_path / "zoo"))
    files = [one[1] for one in found if not isinstance(one, Refusal)]
    assert files == sorted(specimen.name for specimen in made)


def test_oddities_of_the_file_system(tmp_path: Path) -> None:
    root = tmp_path / "root"
    wanted = build_oddities(root, tmp_path / "outside")
    codes: dict[str, str] = {}
    for found in walk(root):
        if isinstance(found, Refusal):
            codes[found.path] = found.code
            continue
        path, name = found
        (result,) = outcomes(path, name)
        codes[name] = result.code if isinstance(result, Refusal) else "read"
        assert OUTSIDE not in repr(result)
        assert msgspec.json.encode(result)
    assert codes == wanted


def test_names_that_differ_only_in_form_stay_two(tmp_path: Path) -> None:
    build_oddities(tmp_path / "root", tmp_path / "outside")
    found = [one[1] for one in walk(tmp_path / "root") if not isinstance(one, Refusal)]
    assert {"caf\u00e9.txt", "cafe\u0301.txt"} <= set(found)
