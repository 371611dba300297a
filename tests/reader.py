"""What a person reads of a Markdown source, as Streamlit shows it; and what of it is not plain text."""

import re

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])
_NO_WIDTH = dict.fromkeys((0x2060, 0x2068, 0x2069))
# Streamlit 1.67 applies these to the text of the parsed Markdown (StreamlitMarkdown.js).
REWRITES = {
    "arrow or sign": re.compile(r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)"),
    "emoji or icon": re.compile(r":[\w+-][\w+-]*:"),
    "directive": re.compile(r":\w+\["),
    "address": re.compile(r"(https?://|www(?=\.))[-.\w]+", re.IGNORECASE),
    "e-mail": re.compile(r"[-.\w+]+@[-\w]+(\.[-\w]+)+"),
}


def shown(markdown: str) -> str:
    """The letters a person sees, with the marks that have no width taken out."""
    parts = []
    for token in _MARKDOWN.parse(markdown):
        parts += [child.content for child in token.children or () if child.type != "image"]
        if not token.children and token.content:
            parts.append(token.content)
    return "".join(parts).translate(_NO_WIDTH)


def interpreted(markdown: str) -> list[str]:
    """Everything that would not be shown as the plain letters of one paragraph."""
    tokens = _MARKDOWN.parse(markdown)
    found = {token.type for token in tokens} - {"paragraph_open", "inline", "paragraph_close"}
    text = ""
    for token in tokens:
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                text += child.content
            else:
                found.add(child.type)
    found |= {name for name, pattern in REWRITES.items() if pattern.search(text)}
    if len(re.findall(r"(?<!\\)\$", markdown)) > 1:
        found.add("formula")
    return sorted(found)
