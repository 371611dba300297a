"""YAML of words, lists and maps, read in about half of the time that the YAML library takes.

The library's files hold little else, and making Python's objects of them was half of the time
that reading them took. What is not plain (dates, numbers, merged maps) is left to `yaml`.
"""

from typing import Any

import yaml

TEXT, MAP, LIST = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))


class _Loader(yaml.CSafeLoader):
    """PyYAML's C loader without what only other YAML needs: tags chosen by where a value stands."""

    def descend_resolver(self, current_node: yaml.Node, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return MAP if kind is yaml.MappingNode else LIST
        if implicit[0] and value is not None:
            for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                if pattern.match(value):
                    return str(tag)
        return TEXT

    def construct_document(self, node: yaml.Node) -> Any:
        return self._plain(node)

    def _plain(self, node: yaml.Node) -> Any:
        if node.tag == TEXT:
            return node.value
        if node.tag == LIST:
            return [self._plain(each) for each in node.value]
        if node.tag == MAP and all(key.tag == TEXT for key, _ in node.value):
            return {key.value: self._plain(value) for key, value in node.value}
        return self.construct_object(node, deep=True)


def load(text: str) -> Any:
    """Return what `yaml.safe_load` would; of a key that stands twice the later one counts.

    Raises:
        yaml.YAMLError: the text is no YAML, or asks for more than plain data.
    """
    return yaml.load(text, Loader=_Loader)
