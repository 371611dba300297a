"""Hypothesis strategies: any record the model allows."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from medself import model as m

DAYS = st.dates(date(1900, 1, 2), date(2199, 12, 30))
TIMES = st.times()
MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30))
UTC_MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC))
ZONES = st.sampled_from(("Europe/London", "America/Los_Angeles", "Asia/Kathmandu", "UTC"))
NASTY = (
    "<b>x</b><script>alert(1)</script>",
    "costs $5 and ~~$6~~ :red[x] [x](javascript:alert(1))",
    "\u202eright to left\u202c שלום",
    "👩🏽‍⚕️ 🏳️‍🌈",
    "half \ud83d a character",
    "a,b;c\"d'e\r\nf\t=1+1",
    "\x00\x07 null",
    "long " * 900,
)


@st.composite
def texts(draw: st.DrawFn, start: str = "") -> str:
    """Anything a person or a file may give, half characters too."""
    characters = st.characters(exclude_categories=())
    return start + draw(st.sampled_from(NASTY) | st.text(characters, max_size=30))


TEXT, FULL_TEXT = texts(), texts("x")
SHORT = st.text("abcdefghij ", min_size=1, max_size=20).filter(str.strip)
AMOUNTS = st.floats(0.0001, 100_000)
IDS = st.builds(m.new_id)

ENTRY = {
    "at": MOMENTS,
    "zone": ZONES,
    "day": st.none() | DAYS,
    "recorded_at": st.none() | UTC_MOMENTS,
    "source": TEXT,
    "raw": TEXT,
    "note": TEXT,
    "id": IDS,
}
LISTED = {"source": TEXT, "recorded_at": st.none() | UTC_MOMENTS, "id": IDS}

SLOTS = st.lists(
    st.builds(m.Slot, at=TIMES, amount=st.none() | AMOUNTS),
    min_size=1,
    max_size=4,
    unique_by=lambda slot: slot.at,
).map(tuple)
PLANS = st.one_of(
    st.builds(m.Daily, slots=SLOTS),
    st.builds(
        m.Weekdays,
        days=st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
        slots=SLOTS,
    ),
    st.builds(m.EveryNDays, n=st.integers(1, 400), first=DAYS, slots=SLOTS),
    st.builds(m.Cycle, on=st.integers(1, 400), off=st.integers(1, 400), first=DAYS, slots=SLOTS),
    st.builds(m.AsNeeded, amount=st.none() | AMOUNTS, most_per_24h=st.none() | st.floats(0.5, 100)),
    st.builds(
        m.Steps,
        first=DAYS,
        steps=st.lists(
            st.builds(m.Step, days=st.integers(1, 1000), slots=SLOTS), min_size=1, max_size=3
        ).map(tuple),
    ),
)
REGIMENS = st.builds(
    m.Regimen,
    start=MOMENTS,
    plan=PLANS,
    unit=TEXT,
    end_reason=st.none() | st.sampled_from(m.EndReason),
    as_written=TEXT,
    visit=st.just("") | IDS,
    end_visit=st.just("") | IDS,
)
HOLDS = st.builds(m.Hold, start=MOMENTS, reason=st.sampled_from(m.HoldReason), note=TEXT)

PEOPLE = st.builds(
    m.Person,
    name=FULL_TEXT,
    region=st.sampled_from(("us", "uk")),
    country=TEXT,
    day_start=st.times(time(0), time(6, 59)),
    symptoms=st.lists(TEXT, unique=True, max_size=5).map(tuple),
    text_size=st.integers(14, 28),
    matters=st.lists(st.sampled_from(m.Matter), unique=True).map(tuple),
    question_order=st.lists(TEXT, max_size=3).map(tuple),
    page_without=st.lists(TEXT, max_size=3).map(tuple),
    invented=st.booleans(),
    sharing=st.none()
    | st.builds(
        m.Sharing,
        parts=st.lists(SHORT, max_size=3).map(tuple),
        start=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        hide_names=st.booleans(),
    ),
)
LISTS = {
    "medication": st.builds(
        m.Medication,
        name=FULL_TEXT,
        slug=st.none() | SHORT,
        status=st.sampled_from(m.MedicationStatus),
        strength=TEXT,
        why=TEXT,
        over_the_counter=st.booleans(),
        regimens=st.lists(REGIMENS, max_size=1).map(tuple),
        holds=st.lists(HOLDS, max_size=2).map(tuple),
        supply=st.none()
        | st.builds(
            m.Supply,
            left=st.floats(0, 1e6),
            on=DAYS,
            refill_on=st.none() | DAYS,
            unit=TEXT,
            each=st.none() | AMOUNTS,
        ),
        raw=TEXT,
        **LISTED,
    ),
    "visit": st.builds(
        m.Visit,
        at=MOMENTS,
        zone=ZONES,
        with_whom=TEXT,
        decided=TEXT,
        in_my_words=TEXT,
        arranged_at=st.just("") | IDS,
        note=TEXT,
        **LISTED,
    ),
    "task": st.builds(
        m.Task,
        kind=st.sampled_from(m.TaskKind),
        text=FULL_TEXT,
        due=st.none() | DAYS,
        done_on=st.none() | DAYS,
        visit=st.just("") | IDS,
        **LISTED,
    ),
    "question": st.builds(
        m.Question,
        text=FULL_TEXT,
        origin=st.sampled_from(m.QuestionOrigin),
        ref=TEXT,
        starred=st.booleans(),
        state=st.sampled_from(m.QuestionState),
        answer=TEXT,
        asked_at=st.none() | IDS,
        **LISTED,
    ),
}
DAILY = {
    "dose": st.builds(
        m.Dose,
        medication=TEXT,
        status=st.sampled_from(m.DoseStatus),
        slot=MOMENTS,
        amount=st.none() | st.floats(0, 100_000),
        unit=TEXT,
        reason=TEXT,
        agreed=st.booleans(),
        **ENTRY,
    ),
    "check_in": st.builds(
        m.CheckIn,
        ratings=st.dictionaries(TEXT, st.integers(0, 10), min_size=1, max_size=4),
        sleep_hours=st.none() | st.floats(0, 24),
        **ENTRY,
    ),
    "side_effect": st.builds(
        m.SideEffect,
        effect=FULL_TEXT,
        severity=st.sampled_from(m.Severity),
        medication=st.none() | TEXT,
        stops_me=st.booleans(),
        **ENTRY,
    ),
    "event": st.builds(m.LifeEvent, text=FULL_TEXT, **ENTRY),
    "score": st.builds(
        m.Score,
        instrument=SHORT,
        total=st.none() | st.floats(-100, 1000),
        answers=st.lists(st.none() | st.integers(0, 4), max_size=9).map(tuple),
        **ENTRY,
    ),
    "measurement": st.builds(
        m.Measurement, what=SHORT, value=st.floats(-1e6, 1e6), unit=SHORT, **ENTRY
    ),
}
RECORDS = st.one_of(*LISTS.values(), *DAILY.values())


def mended(record: m.Record) -> m.Record:
    """Replace half characters in fields the model leaves as they are, as the journal does."""

    def whole(value: object) -> object:
        if isinstance(value, str):
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return tuple(map(whole, value)) if isinstance(value, tuple) else value

    texts = {
        name: whole(value)
        for name, value in vars(record).items()
        if type(value) is str
        or (isinstance(value, tuple) and all(isinstance(item, str) for item in value))
    }
    return replace(record, **texts)
