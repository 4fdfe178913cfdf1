"""P7: nothing from a file is ever executed or unpickled."""

import ast
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
MODULES = {"pickle", "cPickle", "dill", "joblib", "marshal", "shelve", "cloudpickle", "yaml"}
CALLS = {"eval", "exec", "compile", "__import__"}
METHODS = {("torch", "load"), ("yaml", "load"), ("pickle", "load"), ("pickle", "loads")}


def offences(tree: ast.AST) -> list[str]:
    """List what in a module could run code or unpickle data."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names if a.name.split(".")[0] in MODULES]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            found.append(str(node.module))
        elif isinstance(node, ast.Call):
            found += _call(node)
    return found


def _call(node: ast.Call) -> list[str]:
    found = []
    match node.func:
        case ast.Name(id=name) if name in CALLS:
            found.append(name)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            if (module, name) in METHODS:
                found.append(f"{module}.{name}")
            if (module, name) == ("np", "load") and not _is_false(node, "allow_pickle"):
                found.append("np.load")
    if any(k.arg == "trust_remote_code" and not _constant(k, value=False) for k in node.keywords):
        found.append("trust_remote_code")
    return found


def _is_false(node: ast.Call, name: str) -> bool:
    return any(k.arg == name and _constant(k, value=False) for k in node.keywords)


def _constant(keyword: ast.keyword, *, value: bool) -> bool:
    return isinstance(keyword.value, ast.Constant) and keyword.value.value is value


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_runs_nothing_from_data(path: Path) -> None:
    assert offences(ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from joblib import load",
        "eval('1')",
        "torch.load(path)",
        "np.load(path)",
        "load(path, trust_remote_code=True)",
    ],
)
def test_the_scan_sees_an_offence(code: str) -> None:
    assert offences(ast.parse(code))
