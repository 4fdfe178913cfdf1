"""Imports go one way: a module imports lower rows only (ARCHITECTURE.md, import rows)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent

ROWS = {
    "schema": 0,
    "errors": 0,
    "config": 0,
    "copies": 1,
    "normalize": 1,
    "tokens": 1,
    "vocabulary": 1,
    "compare": 2,
    "readers": 2,
    "segment": 2,
    "extract": 2,
    "settings": 2,
    "versions": 2,
    "wording": 2,
    "embed": 2,
    "entail": 2,
    "index": 2,
    "corpus": 3,
    "retrieve": 3,
    "align": 3,
    "judge": 4,
    "pipeline": 5,
    "decisions": 5,
    "frames": 6,
    "bench": 6,
    "report": 6,
    "audit": 7,
    "cli": 8,
    "__main__": 9,
    "__init__": 9,
}
HEAVY = {
    "faiss": {"index"},
    "sqlite3": {"index"},
    "torch": {"embed", "entail"},
    "sentence_transformers": {"embed", "entail"},
    "onnx": {"embed", "entail"},
    "onnxruntime": {"embed", "entail"},
    "pandas": {"frames"},
    "pyarrow": {"frames"},
    "matplotlib": {"audit"},
    "ray": {"audit"},
}
FILES = sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield (dotted name, inside a function) of every import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in inside
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", id(node) in inside


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_imports_lower_rows_only(path: Path) -> None:
    mine = room(path)
    for name, _ in imports(path):
        if not name.startswith("factcheck."):
            continue
        other = name.split(".")[1]
        if other == mine or other not in ROWS:
            continue
        assert ROWS[other] < ROWS[mine], f"{mine} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_packages_stay_in_their_rooms(path: Path) -> None:
    for name, inside in imports(path):
        package = name.split(".")[0]
        if package in HEAVY:
            assert room(path) in HEAVY[package], f"{path.name} imports {package}"
            if package not in {"faiss", "sqlite3", "pandas"}:
                assert inside, f"{path.name} imports {package} at its top"


def test_every_room_has_a_row() -> None:
    assert {room(path) for path in FILES} <= set(ROWS)
