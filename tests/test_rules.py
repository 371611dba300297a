"""Rules of the code that a reader can rely on, read from the source itself.

Each rule is a function from a tree to the lines that break it, and each is also shown a broken
example, so that it cannot pass by not looking.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
PACKAGE = sorted((ROOT / "medself").rglob("*.py"))
CODE = [*PACKAGE, *PAGES, ROOT / "app.py", ROOT / "run.py"]
SCREEN = [*PAGES, ROOT / "app.py", *sorted((ROOT / "medself" / "ui").glob("*.py"))]
EVERYTHING = [
    path
    for folder in ("medself", "pages", "content", "tests", "docs", "scripts", "benchmarks", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".md", ".yaml", ".toml", ".typ", ".txt", ".sh", ""} and path.is_file()
] + [path for path in ROOT.iterdir() if path.suffix in {".py", ".md", ".toml"}]

LONGEST_PAGE, LONGEST_FILE, LONGEST_FUNCTION, USUAL_FUNCTION = 80, 200, 50, 27
FRAME = ROOT / "medself" / "ui" / "frame.py"
LINKS = ROOT / "medself" / "ui" / "links.py"

Rule = Callable[[ast.Module], list[int]]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    return ast.unparse(call.func)


def lengths(tree: ast.Module) -> dict[str, int]:
    """The lines of each function, its docstring aside."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            found[f"{node.name}:{node.lineno}"] = (node.end_lineno or 0) - first.lineno + 2
    return found


def long_functions(tree: ast.Module) -> list[int]:
    return [int(n.split(":")[1]) for n, lines in lengths(tree).items() if lines > LONGEST_FUNCTION]


def unopened(tree: ast.Module) -> list[int]:
    """A page whose first statement, imports and docstring aside, is not `open_page(...)`."""
    body = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    if not body:
        return [1]
    first = body[0].value if isinstance(body[0], ast.Expr) else None
    opened = isinstance(first, ast.Call) and called(first) == "open_page"
    return [] if opened else [body[0].lineno]


def raw_html(tree: ast.Module) -> list[int]:
    keyword = [
        c.lineno for c in calls(tree) if any(k.arg == "unsafe_allow_html" for k in c.keywords)
    ]
    return keyword + [call.lineno for call in calls(tree) if called(call).endswith("st.html")]


def bound_to_address(tree: ast.Module) -> list[int]:
    """What a widget holds must never stand in the address: it says what someone takes or feels."""
    bound = [c.lineno for c in calls(tree) if any(k.arg == "bind" for k in c.keywords)]
    read = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return bound + [node.lineno for node in read if ast.unparse(node) == "st.query_params"]


def streamlit(tree: ast.Module) -> list[int]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        found += [node.lineno for module in names if module.split(".")[0] == "streamlit"]
    return found


def prints(tree: ast.Module) -> list[int]:
    return [call.lineno for call in calls(tree) if called(call) in ("print", "builtins.print")]


def bare_excepts(tree: ast.Module) -> list[int]:
    handlers = (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))
    return [handler.lineno for handler in handlers if handler.type is None]


def global_caches(tree: ast.Module) -> list[int]:
    """Caches that hold what a journal says, and are not of one session only (P2)."""
    found = []
    for node in ast.walk(tree):
        if (
            not isinstance(node, ast.FunctionDef)
            or "journal" not in ast.unparse(node.args).lower() + node.name
        ):
            continue
        for decorator in node.decorator_list:
            words = ast.unparse(decorator)
            if "cache" in words and "scope='session'" not in words:
                found.append(node.lineno)
    return found


def machine_paths(text: str) -> list[int]:
    pattern = re.compile(r"(?<![\w.~<>/-])/(?:home|Users|root|work|mnt|srv)/\w|[A-Z]:\\\\?Users")
    return [number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def broken(rule: Rule, files: list[Path]) -> list[str]:
    return [f"{name(path)}:{line}" for path in files for line in rule(tree_of(path))]


NOT_THE_SCREEN = [path for path in PACKAGE if path not in SCREEN]
# A program of one's own (`python3 -m ...`) speaks on the terminal; nothing else does.
SILENT = [path for path in CODE if path.name not in ("__main__.py", "run.py")]
RULES = {
    "long_functions": (long_functions, CODE, "def f():\n" + "    x = 1\n" * 51),
    "unopened": (
        unopened,
        PAGES,
        '"""Words."""\nimport streamlit as st\nst.title("x")\nopen_page("x", "")',
    ),
    "unopened when empty": (unopened, PAGES, '"""Words."""\n'),
    "unopened under an if": (unopened, PAGES, 'if x:\n    open_page("x", "")'),
    "raw html by keyword": (
        raw_html,
        [p for p in CODE if p != FRAME],
        "st.markdown(x, unsafe_allow_html=True)",
    ),
    "raw html": (raw_html, [p for p in CODE if p != FRAME], "st.html(x)"),
    "bound_to_address": (
        bound_to_address,
        [p for p in CODE if p != LINKS],
        'st.selectbox("x", y, bind="query-params")',
    ),
    "read from address": (
        bound_to_address,
        [p for p in CODE if p != LINKS],
        'st.query_params["m"] = slug',
    ),
    "streamlit": (streamlit, NOT_THE_SCREEN, "import streamlit as st"),
    "from streamlit": (streamlit, NOT_THE_SCREEN, "from streamlit.components import v1"),
    "prints": (prints, SILENT, "print(x)"),
    "bare_excepts": (bare_excepts, CODE, "try:\n    f()\nexcept:\n    pass"),
    "global_caches": (global_caches, CODE, "@st.cache_data\ndef doses(journal):\n    return 1"),
}


@pytest.mark.parametrize(("rule", "files", "example"), RULES.values(), ids=RULES)
def test_rule_holds_and_sees_a_broken_example(rule: Rule, files: list[Path], example: str):
    assert rule(ast.parse(example)), "the rule does not see its broken example"
    assert files
    assert broken(rule, files) == []


def test_files_are_short():
    long = [name(p) for p in CODE if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE]
    assert long == []


def test_pages_are_short():
    long = [
        name(p) for p in PAGES if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST_PAGE
    ]
    assert long == []


def test_most_functions_are_shorter_than_a_screen():
    found = sorted(lines for path in CODE for lines in lengths(tree_of(path)).values())
    assert len(found) > 100
    assert found[int(len(found) * 0.9)] <= USUAL_FUNCTION


def test_every_page_of_the_folder_is_in_the_list():
    from medself.ui.pages import RECOVERY, SHOWN

    assert {path for path, _, _ in SHOWN} | {RECOVERY} == {name(path) for path in PAGES}


def test_page_titles_say_nothing_about_health_or_anyone():
    from medself.ui.pages import SHOWN

    told = re.compile(r"medic|drug|dose|mental|health|sympt|side effect", re.IGNORECASE)
    assert [title for _, title, _ in SHOWN if told.search(title)] == []


def test_nothing_names_a_place_on_one_machine():
    example = "/".join(["", "home", "someone", "medself"])
    assert machine_paths(f"path = '{example}'")
    assert not machine_paths("https://example.org/home/someone and content/home/x and /usr/bin/env")
    found = {name(path): machine_paths(path.read_text("utf-8", "replace")) for path in EVERYTHING}
    assert {path: lines for path, lines in found.items() if lines} == {}
