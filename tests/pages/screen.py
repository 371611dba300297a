"""What a person sees on a page of AppTest: letters, not Markdown; and who is at the keyboard."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from reader import shown
from streamlit.testing.v1 import AppTest

from medself.model import AsNeeded, Daily, Medication, Regimen, Slot

AS_TYPED = ("text", "code")
SENTENCES = ("markdown", "caption", "title", "header", "subheader")
ALERTS = ("error", "warning", "info", "success")
NO_WIDTH = dict.fromkeys((0x2060, 0x2068, 0x2069))


def sources(app: AppTest) -> Iterator[str]:
    """Every Markdown source on the screen: sentences, labels, choices, tips."""
    for place in (app.main, app.sidebar):
        for node in place:
            if node.type in (*SENTENCES, *ALERTS):
                yield str(node.value)
            if node.type == "expandable":
                yield node.proto.expandable.label
            if node.type == "page_link":
                yield node.proto.label
            for name in ("label", "help", "title"):
                text = getattr(getattr(node, "proto", None), name, "")
                if isinstance(text, str) and text:
                    yield text
            if node.type in ("radio", "button_group"):
                yield from (str(option) for option in node.options)


def as_typed(app: AppTest) -> list[str]:
    """What is drawn without any reading: text and code elements, and the choices of lists."""
    nodes = [node for place in (app.main, app.sidebar) for node in place]
    found = [str(node.value) for node in nodes if node.type in AS_TYPED]
    lists = [node for node in nodes if node.type in ("selectbox", "multiselect")]
    return found + [str(option) for node in lists for option in node.options]


def screen(app: AppTest) -> str:
    """Everything a person can read on the page, one piece a line."""
    pieces = [*map(shown, sources(app)), *as_typed(app)]
    return "\n".join(piece.translate(NO_WIDTH) for piece in pieces)


def fine(app: AppTest) -> AppTest:
    """The same app, when nothing on it failed."""
    assert not app.exception, [each.message for each in app.exception]
    return app


def button(app: AppTest, label: str) -> Any:
    """The one button with this label."""
    (found,) = [each for each in app.button if shown(each.label) == label]
    return found


def labels(app: AppTest) -> list[str]:
    return [shown(each.label) for each in app.button]


def widget(app: AppTest, key: str) -> Any:
    """The widget with this key."""
    return app.get_by_key(key)


def slot_key(medication: Medication, slot: datetime) -> str:
    return f"today_slot_{medication.id}_{slot:%Y%m%d%H%M}"


def daily(
    name: str, *times: str, amount: float = 50, days_ago: int = 10, **fields: Any
) -> Medication:
    """A medicine taken every day at these times, since some days before `NOW`."""
    slots = tuple(Slot(at=time.fromisoformat(at), amount=amount) for at in times)
    start = datetime.combine(NOW.date() - timedelta(days=days_ago), time(3))
    regimen = Regimen(start=start, plan=Daily(slots=slots), unit="mg")
    return Medication(**({"name": name, "regimens": (regimen,)} | fields))


def as_needed(name: str, **limits: float) -> Medication:
    start = datetime.combine(NOW.date() - timedelta(days=10), time(3))
    regimen = Regimen(start=start, plan=AsNeeded(amount=1, **limits), unit="mg")
    return Medication(name=name, regimens=(regimen,))


NOW = datetime(2026, 11, 20, 9, 30)
"""Half past nine on a Friday: where `at_nine` puts the clock, in UTC."""
