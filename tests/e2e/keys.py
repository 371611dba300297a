"""A person without a mouse: keys only, and what Chromium tells a screen reader of where they are."""

from dataclasses import dataclass

from playwright.sync_api import Page

from scripts.chromium import settle

MOST_TABS = 150
MOST_ARROWS = 15
# While a list hangs open under a field, the focus stays in the field and points to an option.
ACTIVE = """(pointed => pointed ? document.getElementById(pointed) : document.activeElement)(
    document.activeElement.getAttribute("aria-activedescendant"))"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is, in the words of Chromium's accessibility tree."""

    role: str
    name: str
    inside: tuple[str, ...]  # names of what it stands in, the nearest first
    checked: bool

    def is_a(self, role: str, name: str, inside: str) -> bool:
        """Tell whether this is it; both names are given from their beginning."""
        within = not inside or any(outer.startswith(inside) for outer in self.inside)
        return self.role == role and self.name.startswith(name) and within


class Keys:
    """Presses keys in one tab of the browser, and reads what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._devtools = page.context.new_cdp_session(page)
        self._devtools.send("Accessibility.enable")
        # Chromium holds its file dialog back only once somebody listens; that takes a moment.
        page.on("filechooser", lambda _: None)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def act(self, key: str) -> None:
        """Press a key that makes the app run, and wait until it has drawn."""
        self.press(key)
        settle(self.page)

    def stop(self) -> Stop:
        """Ask Chromium for role, name and surroundings of what has the focus."""
        found = self._devtools.send("Runtime.evaluate", {"expression": ACTIVE})
        chain = self._devtools.send(
            "Accessibility.getAXNodeAndAncestors", {"objectId": found["result"]["objectId"]}
        )["nodes"]
        names = [node.get("name", {}).get("value", "").strip() for node in chain]
        properties = {each["name"]: each["value"].get("value") for each in chain[0]["properties"]}
        return Stop(
            role=chain[0].get("role", {}).get("value", ""),
            name=names[0],
            inside=tuple(name for name in names[1:] if name),
            checked=properties.get("checked") == "true",
        )

    def tab_to(self, role: str, name: str = "", *, inside: str = "", back: bool = False) -> Stop:
        """Tab, or with `back` Shift+Tab, until the focus is on a control of that role and name."""
        return self._until(["Shift+Tab" if back else "Tab"] * MOST_TABS, role, name, inside)

    def arrow_to(self, name: str, *, group: str) -> Stop:
        """Go along a group that is one stop, to its end and back, until a choice is reached."""
        there, back = ["ArrowRight"] * MOST_ARROWS, ["ArrowLeft"] * MOST_ARROWS
        return self._until(there + back, "radio", name, group)

    def _until(self, keys: list[str], role: str, name: str, inside: str = "") -> Stop:
        seen = []
        for key in keys:
            here = self.stop()
            if here.is_a(role, name, inside):
                return here
            seen.append(f"{here.role} {here.name!r} in {here.inside}")
            self.press(key)
        passed = "\n  ".join(dict.fromkeys(seen))
        raise AssertionError(f"never came to a {role} {name!r} in {inside!r}; passed\n  {passed}")

    def press_button(self, name: str, *, back: bool = False) -> None:
        self.tab_to("button", name, back=back)
        self.act("Enter")

    def choose(self, name: str, *, group: str, back: bool = False) -> None:
        """Choose one of a group; the focus must still be there when the app has drawn."""
        self.tab_to("radio", inside=group, back=back)
        # Some groups choose at once what an arrow comes to, others wait for Space.
        here = self.arrow_to(name, group=group)
        if not here.checked:
            self.press("Space")
        settle(self.page)
        now = self.stop()
        assert now.is_a("radio", name, group), f"the focus went from {here} to {now}"
        assert now.checked

    def write(self, role: str, name: str, text: str) -> None:
        """Go to a field and type over what is in it."""
        self.tab_to(role, name)
        self.press("Control+a")
        self.page.keyboard.type(text)

    def pick(self, name: str, typed: str, option: str) -> None:
        """Type into a field with a list, go down the list to an option, and take it."""
        self.write("combobox", name, typed)
        # The list follows the typing a moment later, and may then point to another option.
        self.page.wait_for_timeout(400)
        self._until(["ArrowDown"] * MOST_ARROWS, "option", option)
        self.act("Enter")

    def fill_parts(self, group: str, values: dict[str, str]) -> None:
        """Type into a field of several parts (hour and minute; day, month and year).

        A part that is full hands the focus on to the next by itself; only where it does not, Tab.
        """
        here = self.tab_to("spinbutton", inside=group)
        for number in range(len(values)):
            if number and here == self.stop():
                self.press("Tab")
            here = self.stop()
            part = next(part for part in values if here.name.lower().startswith(part))
            self.page.keyboard.type(values[part])
        self.act("Enter")
