"""The launcher: sets up once, begins again when half made, and says in a sentence what is missing."""

import ast
import builtins
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import run

APP, DEV = "requirements.txt", "requirements-dev.txt"


class Machine:
    """A pretended machine: records the programs run and the environments made."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.ran, self.made, self.status = root, [], [], {}
        (root / APP).write_text("streamlit==1.67.0\n")
        (root / DEV).write_text("streamlit==1.67.0\npytest==9.0\n")
        self.python = root / ".venv" / "bin" / "python"
        for name, value in {
            "ROOT": root,
            "VENV": root / ".venv",
            "PYTHON": self.python,
            "STAMP": root / ".venv" / "medself-installed.txt",
        }.items():
            monkeypatch.setattr(run, name, value)
        monkeypatch.setattr(run.shutil, "which", lambda _name: None)
        monkeypatch.setattr(run.subprocess, "run", self.run)
        monkeypatch.setattr("venv.EnvBuilder", self.builder)

    def run(self, command: list[str], **_: object) -> SimpleNamespace:
        self.ran.append([str(part) for part in command])
        found = (code for word, code in self.status.items() if any(word in p for p in command))
        return SimpleNamespace(returncode=next(found, 0))

    def builder(self, **options: object) -> SimpleNamespace:
        def create(folder: Path) -> None:
            self.made.append(options)
            self.python.parent.mkdir(parents=True, exist_ok=True)
            self.python.touch()

        return SimpleNamespace(create=create)

    def installs(self) -> list[str]:
        return [Path(command[-1]).name for command in self.ran if "install" in command]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_the_first_start_makes_the_environment_installs_and_starts(machine, capsys):
    assert run.main([]) == 0
    assert machine.installs() == [APP]
    assert machine.made == [{"clear": True, "with_pip": True, "symlinks": True}]
    assert machine.ran[-1] == [str(machine.python), "-m", "streamlit", "run", "app.py"]
    assert "Setting up medself" in capsys.readouterr().out


def test_the_second_start_only_starts(machine):
    run.main([])
    machine.ran.clear()
    assert run.main([]) == 0
    assert [command[2] for command in machine.ran] == ["streamlit"]
    assert len(machine.made) == 1


def test_only_pinned_and_hash_checked_packages_are_installed(machine):
    run.main([])
    assert {"--no-deps", "--require-hashes", "--only-binary", ":all:"} <= set(machine.ran[0])
    assert machine.ran[0][:4] == [str(machine.python), "-m", "pip", "install"]


def test_uv_is_used_where_it_is_there(machine, monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda name: f"bin/{name}")
    run.main([])
    assert machine.ran[0][:5] == ["bin/uv", "pip", "install", "--python", str(machine.python)]
    assert machine.made[0]["with_pip"] is False


def test_a_half_made_environment_is_made_anew(machine):
    machine.python.parent.mkdir(parents=True)
    machine.python.touch()
    assert run.main([]) == 0
    assert len(machine.made) == 1
    assert machine.installs() == [APP]


@pytest.mark.parametrize("stamp", ["", "\n", "requirements.txt", "garbage\n\n", "a b c\n"])
def test_a_stamp_cut_short_is_no_stamp(machine, stamp):
    run.main([])
    run.STAMP.write_text(stamp)
    assert run.main([]) == 0
    assert machine.installs() == [APP, APP]


def test_an_environment_without_its_python_is_made_anew(machine):
    run.main([])
    machine.python.unlink()
    assert run.main([]) == 0
    assert len(machine.made) == 2


def test_a_new_requirement_is_installed_into_the_same_environment(machine):
    run.main([])
    (machine.root / APP).write_text("streamlit==1.67.1\n")
    assert run.main([]) == 0
    assert machine.installs() == [APP, APP]
    assert len(machine.made) == 1


def test_another_python_version_installs_again(machine, monkeypatch):
    run.main([])
    monkeypatch.setattr(run.sys, "version_info", (3, 99, 0))
    assert run.main([]) == 0
    assert machine.installs() == [APP, APP]


def test_the_test_requirements_hold_those_of_the_app(machine):
    assert run.main(["test"]) == 0
    assert run.main([]) == 0
    assert machine.installs() == [DEV]


def test_the_tests_add_to_an_app_that_is_set_up(machine):
    run.main([])
    run.main(["test"])
    run.main([])
    assert machine.installs() == [APP, DEV]


def test_a_changed_app_requirement_leaves_the_test_tools_known(machine):
    run.main(["test"])
    (machine.root / APP).write_text("streamlit==1.67.1\n")
    run.main([])
    run.main(["test"])
    assert machine.installs() == [DEV, APP]


def test_an_old_python_is_told_in_one_sentence(machine, monkeypatch, capsys):
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 4))
    assert run.main([]) == 1
    assert "needs Python 3.11 or newer; this is 3.10" in capsys.readouterr().err
    assert machine.ran == []


def test_an_old_python_can_read_the_launcher_far_enough_to_say_so():
    ast.parse(Path(run.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_a_missing_venv_module_is_told_in_one_sentence(machine, monkeypatch, capsys):
    real = builtins.__import__

    def without_venv(name: str, *rest: object) -> object:
        if name == "venv":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_venv)
    assert run.main([]) == 1
    assert "venv module is missing" in capsys.readouterr().err
    assert machine.ran == []


@pytest.mark.parametrize(
    "error", [PermissionError("not allowed"), subprocess.CalledProcessError(1, "ensurepip")]
)
def test_an_environment_that_cannot_be_made_is_told_and_nothing_is_installed(
    machine, monkeypatch, capsys, error
):
    def create(_folder: Path) -> None:
        raise error

    monkeypatch.setattr("venv.EnvBuilder", lambda **_: SimpleNamespace(create=create))
    assert run.main([]) == 1
    said = capsys.readouterr().err
    assert "Could not make the folder .venv" in said
    assert "python3-venv" in said
    assert machine.ran == []


def test_a_failed_install_is_told_leaves_no_stamp_and_can_be_run_again(machine, capsys):
    machine.status = {"install": 1}
    assert run.main([]) == 1
    assert "Is there a network connection" in capsys.readouterr().err
    assert not run.STAMP.exists()
    assert [command for command in machine.ran if "streamlit" in command] == []
    machine.status = {}
    assert run.main([]) == 0
    assert machine.installs() == [APP, APP]


def test_options_go_on_to_streamlit(machine):
    run.main(["serve", "--server.port", "8600"])
    assert machine.ran[-1][-2:] == ["--server.port", "8600"]
    run.main(["--server.headless=true"])
    assert machine.ran[-1][-1] == "--server.headless=true"


def test_a_wrong_word_shows_the_use(machine, capsys):
    assert run.main(["start"]) == 2
    assert "python3 run.py test" in capsys.readouterr().err
    assert machine.ran == []


def test_the_tests_stop_at_the_first_check_that_fails(machine):
    machine.status = {"mypy": 3}
    assert run.main(["test"]) == 3
    assert Path(machine.ran[-1][0]).name == "mypy"
    assert not any("pytest" in command for command in machine.ran)


def test_the_tests_run_every_check(machine):
    assert run.main(["test"]) == 0
    words = [" ".join(command) for command in machine.ran]
    for check in ("ruff format --check", "ruff check", "mypy", "lint-imports", "-m pytest"):
        assert any(check in line for line in words), check
    assert any("--fail-under=100" in line for line in words)


def test_with_arguments_only_pytest_runs(machine):
    assert run.main(["test", "-k", "dose"]) == 0
    assert machine.ran[-1][1:] == ["-m", "pytest", "-k", "dose"]


def test_closing_with_ctrl_c_is_no_error(machine, monkeypatch):
    run.main([])

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run.subprocess, "run", interrupted)
    assert run.main([]) == 0


def test_the_launcher_needs_only_the_standard_library():
    tree = ast.parse(Path(run.__file__).read_text(encoding="utf-8"))
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= set(sys.stdlib_module_names)
