"""The export: three shares a pair, believed by its digests, the same alone and in company."""

import hashlib
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest
import tokenizers
from onnx import TensorProto, helper

from factcheck.entail import open_verifier
from factcheck.entail.onnx import GRAPH, RECORD, TOKENIZER, OnnxVerifier
from factcheck.errors import ModelError

WORDS = ("[UNK]", "the", "bridge", "fell", "stood", "25", "30")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write an export whose logits are the sums of its tokens' rows in a table."""
    table = helper.make_tensor(
        "table", TensorProto.FLOAT, (len(WORDS), 3), [n / 7 for n in range(3 * len(WORDS))]
    )
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["pairs", "length"])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pairs", 3])
    axis = helper.make_tensor("axis", TensorProto.INT64, (1,), [1])
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Sin", ["rows"], ["bent"]),
        helper.make_node("ReduceSum", ["bent", "axis"], ["logits"], keepdims=0),
    ]
    graph = helper.make_graph(nodes, "toy", [ids], [logits], [table, axis])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / GRAPH))
    vocabulary = {word: place for place, word in enumerate(WORDS)}
    words = tokenizers.models.WordLevel(vocabulary, unk_token=WORDS[0])
    tokenizer = tokenizers.Tokenizer(words)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / TOKENIZER))
    record(tmp_path)
    return tmp_path


def record(folder: Path) -> None:
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in (GRAPH, TOKENIZER)
    }
    (folder / RECORD).write_bytes(msgspec.json.encode({"files": files, "max_tokens": 8}))


PAIRS = [("the bridge fell", "the bridge stood"), ("25 fell", "30 fell"), ("fell", "the 25 30 25")]


def test_scores_are_shares(folder: Path) -> None:
    scores = open_verifier(folder).scores(PAIRS)
    assert scores.shape == (3, 3)
    assert scores.dtype == np.float32
    assert np.allclose(scores.sum(axis=1), 1)


def test_a_pair_scores_the_same_alone_and_in_company(folder: Path) -> None:
    verifier = open_verifier(folder)
    alone = [verifier.scores([pair]) for pair in PAIRS]
    assert verifier.scores(PAIRS).tobytes() == np.concatenate(alone).tobytes()


def test_order_and_repeats_are_kept(folder: Path) -> None:
    verifier = open_verifier(folder)
    one, two, _ = verifier.scores(PAIRS)
    assert np.array_equal(verifier.scores([PAIRS[1], PAIRS[0], PAIRS[1]]), [two, one, two])


def test_the_sides_of_a_pair_are_told_apart_and_cut(folder: Path) -> None:
    verifier = open_verifier(folder)
    long = ("the bridge", "fell " * 500)
    assert verifier.scores([long]).shape == (1, 3)
    assert not np.array_equal(*verifier.scores([("25 fell", "the"), ("30 fell", "the")]))


def test_spellings_of_one_value_score_alike(folder: Path) -> None:
    digits, word = open_verifier(folder).scores([("25 fell", "the"), ("twenty-five fell", "the")])
    assert np.array_equal(digits, word)


def test_no_pairs_have_no_scores(folder: Path) -> None:
    assert open_verifier(folder).scores([]).shape == (0, 3)


@pytest.mark.parametrize("name", [GRAPH, TOKENIZER, RECORD])
def test_a_damaged_file_is_refused(folder: Path, name: str) -> None:
    damaged = bytearray((folder / name).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (folder / name).write_bytes(bytes(damaged))
    with pytest.raises(ModelError, match="damaged or replaced"):
        OnnxVerifier(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / GRAPH).unlink()
    with pytest.raises(ModelError, match="damaged or replaced"):
        OnnxVerifier(folder)


def test_a_whole_export_of_another_model_is_refused_where_one_is_expected(folder: Path) -> None:
    digest = OnnxVerifier(folder).digest
    assert OnnxVerifier(folder, record=digest).digest == digest
    with pytest.raises(ModelError, match="damaged or replaced"):
        OnnxVerifier(folder, record="0" * 64)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no verifier folder"):
        open_verifier(tmp_path / "none")


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = (
        "import sys, factcheck.entail;"
        "print(sorted({'torch', 'onnxruntime', 'transformers', 'tokenizers'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"
