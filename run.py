"""Set up medself in its own folder and start it: `python3 run.py`; or test it: `python3 run.py test`.

Only the standard library, so that it runs on a machine with nothing but Python. What it installs
goes into `.venv` beside this file and nowhere else.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "medself-installed.txt"
OLDEST = (3, 11)
# More than a small machine has cores: the tests in a browser wait most of their time.
WORKERS = "3"

USAGE = (
    "Use: python3 run.py          to start medself\n     python3 run.py test     to run its tests"
)


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit status."""
    if sys.version_info < OLDEST:
        return fail(
            f"medself needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is "
            f"{sys.version_info[0]}.{sys.version_info[1]}. Install a newer Python and try again."
        )
    command, rest = (arguments[0], arguments[1:]) if arguments else ("serve", [])
    if command == "test":
        return set_up("requirements-dev.txt") or test(rest)
    if command == "serve" or command.startswith("-"):
        return set_up("requirements.txt") or serve(rest if command == "serve" else arguments)
    return fail(USAGE, status=2)


def fail(sentence: str, status: int = 1) -> int:
    """Say in one sentence what is wrong."""
    print(sentence, file=sys.stderr)
    return status


def fingerprint(name: str) -> str:
    """Name what an environment made from a requirements file holds."""
    content = (ROOT / name).read_bytes()
    return (
        f"{name} {hashlib.sha256(content).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
    )


def set_up(name: str) -> int:
    """Make `.venv` hold what the requirements file pins. Nothing to do costs a file read."""
    installed = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []
    if PYTHON.exists() and fingerprint(name) in installed:
        return 0
    print("Setting up medself in .venv (once; it takes about a minute) ...", flush=True)
    # A half-made environment has no stamp: begin again rather than guess what is in it.
    if not installed or not PYTHON.exists():
        if status := make_environment():
            return status
        installed = []
    if status := install(name):
        return status
    app, tests = fingerprint("requirements.txt"), fingerprint("requirements-dev.txt")
    lines = {fingerprint(name), *({app, tests} & set(installed))}
    # The test requirements hold everything the app needs, in the same versions.
    if tests in lines:
        lines.add(app)
    STAMP.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    return 0


def make_environment() -> int:
    """Make an empty `.venv`, replacing a broken one."""
    try:
        import venv
    except ImportError:
        return fail(
            "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv. "
            "Then try again."
        )
    with_pip = shutil.which("uv") is None
    try:
        venv.EnvBuilder(clear=True, with_pip=with_pip, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        return fail(
            f"Could not make the folder .venv ({error}). Check that there is room on the disk and that "
            "you may write here; on Debian or Ubuntu also: sudo apt install python3-venv."
        )
    return 0


def install(name: str) -> int:
    """Install exactly the pinned, hash-checked packages, with uv where it is there.

    The file names every package there is to install, so nothing is looked up beside it: an older pip
    would otherwise take a newer release for a name with extras, and then refuse it.
    """
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--quiet"]
    options += ["-r", str(ROOT / name)]
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--python", str(PYTHON), *options]
    else:
        command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *options]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        return fail(
            "Could not install what medself needs. Is there a network connection, and room on the disk? "
            "The lines above say more. Nothing outside .venv was touched; run this again when it is mended."
        )
    return 0


def serve(arguments: list[str]) -> int:
    """Start the app; the browser opens by itself."""
    print("Starting medself. Close it with Ctrl+C.", flush=True)
    return call([str(PYTHON), "-m", "streamlit", "run", "app.py", *arguments])


def test(arguments: list[str]) -> int:
    """Run every check, or pytest alone when it is given arguments."""
    if arguments:
        return call([str(PYTHON), "-m", "pytest", *arguments])
    binaries = PYTHON.parent
    steps = [
        [str(binaries / "ruff"), "format", "--check", "."],
        [str(binaries / "ruff"), "check", "."],
        [str(binaries / "mypy")],
        [str(binaries / "lint-imports")],
        [str(PYTHON), "-m", "coverage", "erase"],
        [str(PYTHON), "-m", "pytest", "-n", WORKERS, "--cov", "--cov-report="],
        [str(PYTHON), "-m", "coverage", "report", "--fail-under=95"],
        [
            *[str(PYTHON), "-m", "coverage", "report", "--fail-under=100"],
            "--include=medself/analysis/*,medself/journal/*",
        ],
    ]
    for step in steps:
        print("\n$ " + " ".join([Path(step[0]).name, *step[1:]]), flush=True)
        if status := call(step):
            return status
    return 0


def call(command: list[str]) -> int:
    """Run a program in the project's folder and return its exit status."""
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
