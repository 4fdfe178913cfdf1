import re
import zlib
from pathlib import Path

import msgspec
import pytest

from factcheck.index import packing
from factcheck.schema import Claim, Span, encode_claims
from tests.index import dictionary
from tests.index.made import claim, quantity

ONE = claim(quantity("12", of="person"), Span(0, 5))


def test_claims_come_back_as_they_were() -> None:
    packed = packing.pack_claims((ONE, ONE), "Twelve \udc80.")
    assert packing.unpack_claims(packed, "Twelve \udc80.") == (ONE, ONE)
    assert packing.pack_claims((), "Twelve.") == b""
    assert packing.unpack_claims(b"", "Twelve.") == ()


@pytest.mark.parametrize("other", [b"not packed", zlib.compress(b"[]"), b"\x03\x00"])
def test_what_is_no_packed_claims_is_told(other: bytes) -> None:
    with pytest.raises(ValueError, match="no packed claims"):
        packing.unpack_claims(other, "")


def test_the_dictionary_makes_short_texts_small(tmp_path: Path) -> None:
    note = "On 3 May 2016 the flood killed 212 people in Norwick, the council of Essel said.\n"
    (tmp_path / "a.txt").write_text(note * 3)
    claims = dictionary.claims_of(tmp_path)
    assert claims
    packed = sum(len(packing.pack_claims((claim,), "")) for claim in claims)
    assert packed * 4 < sum(len(encode_claims((claim,))) for claim in claims)


def test_the_dictionary_knows_nearly_all_fields_of_claims() -> None:
    """Where this fails, fields of claims have changed: python -m tests.index.dictionary."""
    known = set(re.findall(rb'"([a-z_]+)":', packing.DICTIONARY))
    unknown = {name.encode() for name in Claim.__struct_fields__} - known
    assert len(unknown) <= 3, unknown
    assert msgspec.json.decode(packing.DICTIONARY)
