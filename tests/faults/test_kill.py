"""P1: an update that dies at any point leaves the old or the new index, and the next one works."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import IndexMissingError
from factcheck.index import verify
from tests.faults import commands, states

ROOT = Path(__file__).parents[2]


def die_everywhere(base: Path, work: Path, step: int, update: str = "writer") -> list[Path]:
    """Return the folders of indices whose update was killed, in the order of the points."""
    work.mkdir()
    command = [sys.executable, "-m", "tests.faults.dying_update", str(base), str(work), str(step)]
    command.append(update)
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not run.returncode, run.stderr
    lines = [line.split() for line in run.stdout.splitlines()]
    assert all(signal == "9" for _, signal in lines)
    return [work / point for point, _ in lines]


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_a_killed_update_leaves_the_old_or_the_new_state(tmp_path: Path, step: int) -> None:
    base = states.begin(tmp_path / "base")
    old = states.view(base)
    killed = die_everywhere(base, tmp_path / "work", step)
    new = states.view(tmp_path / "work" / "whole")
    assert len(killed) >= 10
    seen = []
    for path in killed:
        seen.append(states.view(path))
        assert seen[-1] in (old, new), f"point {path.name}"
        states.update(path)
        assert states.view(path) == new, f"update after point {path.name}"
        assert len(list(path.glob("*.faiss*"))) <= 2
    assert seen[0] == old


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_a_killed_first_build_leaves_no_index_or_the_whole(tmp_path: Path, step: int) -> None:
    base = tmp_path / "base"
    base.mkdir()
    killed = die_everywhere(base, tmp_path / "work", step)
    whole = states.view(tmp_path / "work" / "whole")
    assert len(killed) >= 10
    for path in killed:
        try:
            assert states.view(path) == whole, f"point {path.name}"
        except IndexMissingError:
            states.update(path)
            assert states.view(path) == whole, f"build after point {path.name}"


@pytest.mark.parametrize("step", [15, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("update", commands.UPDATES)
def test_a_killed_command_leaves_a_whole_index_and_can_go_on(
    tmp_path: Path, update: str, step: int
) -> None:
    base = commands.begin(tmp_path / "base")
    old = commands.view(base)
    killed = die_everywhere(base, tmp_path / "work", step, update)
    new = commands.view(tmp_path / "work" / "whole")
    assert len(killed) >= 5
    for folder in killed:
        seen = commands.view(folder)
        assert verify(folder / commands.INDEX) == [], f"point {folder.name}"
        assert seen in (old, new) or seen[0].unfinished, f"point {folder.name}"
        if seen != new:
            commands.UPDATES[update](folder)
        assert commands.view(folder) == new, f"again after point {folder.name}"
        assert verify(folder / commands.INDEX) == []
