"""Nothing that was acknowledged is lost, whenever the power goes and however many write at once."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("power_cut.py")
KILLS = 500


def start(*arguments: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{SCRIPT.parent}"}
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: "subprocess.Popen[str]") -> dict[str, Any]:
    out, err = process.communicate(timeout=1200)
    assert process.returncode == 0, err[-3000:]
    return json.loads(out)


pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows has no fork and no SIGKILL"
)


@pytest.mark.parametrize(
    "kills", [KILLS, pytest.param(10_000, marks=pytest.mark.soak)], ids=["ordinary", "soak"]
)
def test_d1_a_writer_killed_at_random_loses_nothing_it_acknowledged(kills: int) -> None:
    processes = [start("random", str(kills // 2), str(seed)) for seed in (1, 2)]
    results = [finish(process) for process in processes]
    assert sum(result["trials"] for result in results) == kills
    assert sum(result["lost"] for result in results) == 0
    assert sum(result["acknowledged"] for result in results) > kills / 2  # it did write
    assert sum(result["between"] for result in results) > kills / 4  # and was killed while at it


def test_a_write_that_is_cut_short_at_any_step_is_made_whole_or_not_at_all() -> None:
    for name, result in finish(start("steps")).items():
        assert result["steps"] > 5, name
        assert result["mixed"] == [], name
        assert result["broken"] == [], name


def test_d1_four_processes_writing_at_once_lose_nothing() -> None:
    result = finish(start("together", "4", "200"))
    assert result == {"failed": 0, "missing": 0, "twice": 0, "unchanged": 0}
