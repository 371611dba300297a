"""The quick reader of YAML reads what the YAML library reads."""

import pytest
import yaml

from medself.library import load, plain_yaml
from medself.library.library import CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: [2026-11-26, true, null, 0.5, '1', ~]\nc: {d: {e: []}}",
        "base: &base {a: x, b: [y]}\nmore: {<<: *base, b: z}\nsame: *base",
        "1: one\n2026-11-26: a day\nyes: a truth",
        "a: first\na: second",
        "- >-\n  folded\n  words\n- |\n  kept\n",
        "",
    ],
)
def test_reads_what_yaml_reads(text):
    assert plain_yaml.load(text) == yaml.safe_load(text)


def test_reads_every_file_of_the_library_as_yaml_does():
    files = {path.name: path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.yaml")}
    pages = {raw.file: "".join(raw.front.values()) for raw in load().raw.values()}
    assert len(files) > 30
    assert len(pages) > 250
    for name, text in {**files, **pages}.items():
        assert plain_yaml.load(text) == yaml.load(text, Loader=yaml.CSafeLoader), name


@pytest.mark.parametrize(
    "text", ["a: [", "? [a, list]\n: as a key", "a: !!python/name:os.system x"]
)
def test_what_is_no_plain_data_is_an_error(text):
    with pytest.raises(yaml.YAMLError):
        plain_yaml.load(text)
