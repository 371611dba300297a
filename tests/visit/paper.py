"""Reading the visit page back from its PDF, by two programs, and made-up summaries to print."""

import io
import re
import subprocess
from datetime import date, datetime
from typing import Any

import pypdf
from hypothesis import strategies as st

from medself.visit import Summary
from medself.visit.summary import (
    AnswerLine,
    ChangeLine,
    CompareLine,
    DatedLine,
    DoseLine,
    MedicineLine,
    QuestionLine,
    ReasonLine,
    ScoreLine,
    SideEffectLine,
    SideLine,
    SymptomLine,
    TestLine,
)

WIDTHLESS = dict.fromkeys((0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x200B, 0xAD))


def bare(text: str) -> str:
    """The letters without what line ends and columns do to the gaps between them."""
    return re.sub(r"\s+", "", text.translate(WIDTHLESS))


def by_pypdf(document: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages)


def by_poppler(document: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],
        input=document,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def summary(**fields: Any) -> Summary:
    """A page about October 2026, with nothing on it but what is given."""
    basis = {
        "person": "Robin",
        "start": date(2026, 10, 1),
        "end": date(2026, 10, 30),
        "made_on": date(2026, 10, 30),
        "visit_at": None,
        "with_whom": "",
        "days": 30,
        "days_recorded": 12,
        "longest_gap": 5,
        "filled_in_later": 2,
    }
    return Summary(**(basis | fields))


DAYS = st.dates(date(2026, 10, 1), date(2026, 10, 30))
COUNTS = st.integers(0, 300)
PLAIN = st.text("abcdefghij 0123456789()/.,", min_size=1, max_size=40).filter(lambda t: t.strip())
LETTERS = "aM \n\t0.<*_$#\\\"'@אבגد😀é日ก"
TYPED = st.one_of(
    st.text(LETTERS, min_size=1, max_size=60),
    st.integers(200, 5000).flatmap(lambda n: st.sampled_from("MW i\nאبع日").map(lambda c: c * n)),
)


def lists_of(strategy: st.SearchStrategy, most: int) -> st.SearchStrategy:
    """Lists that are often long: the first few drawn, then over and over."""
    drawn = st.lists(strategy, max_size=4)
    return st.tuples(drawn, st.integers(0, most)).map(
        lambda pair: tuple(pair[0][i % len(pair[0])] for i in range(pair[1])) if pair[0] else ()
    )


def summaries(text: st.SearchStrategy[str], most: int) -> st.SearchStrategy[Summary]:
    """Summaries with up to `most` medicines and five times as many side effects."""
    rates = st.one_of(st.none(), st.floats(0, 100))
    doses = st.builds(
        DoseLine,
        name=text,
        as_needed=st.booleans(),
        **dict.fromkeys(("due", "taken", "skipped", "missed", "not_recorded", "held"), COUNTS),
        **dict.fromkeys(("extra", "days", "most_in_24h"), COUNTS),
        low=rates,
        high=rates,
        missed_run=COUNTS,
        run_from=DAYS,
        run_to=DAYS,
    )
    effects = st.builds(
        SideEffectLine,
        label=text,
        first=DAYS,
        last=DAYS,
        days=COUNTS,
        worst=st.sampled_from(["A little", "A lot"]),
        stops_me=st.booleans(),
    )
    levels = st.floats(0, 10).map(lambda value: round(value, 1))
    symptoms = st.builds(
        SymptomLine,
        label=st.sampled_from(["Mood", "Worry", "Sleep"]),
        days=COUNTS,
        middle=levels,
        low=levels,
        high=levels,
    )
    how = st.sampled_from(["50 mg every morning at 08:00", "not written down"])
    medicines = st.builds(
        MedicineLine,
        name=text,
        how=how,
        **dict.fromkeys(("why", "strength", "prescriber"), text),
        since=st.one_of(st.none(), DAYS),
        from_shop=st.booleans(),
    )
    scores = st.builds(ScoreLine, day=DAYS, name=st.sampled_from(["PHQ9", "GAD7"]), total=COUNTS)
    dated = st.builds(DatedLine, day=DAYS, text=text)
    changes = st.builds(ChangeLine, day=DAYS, name=text, what=st.just("50 mg, now 100 mg"))
    status = st.sampled_from(["skipped", "missed"])
    reasons = st.builds(ReasonLine, name=text, status=status, times=COUNTS, reason=text)
    answers = st.builds(AnswerLine, day=DAYS, name=st.just("PHQ9"), number=st.just(9), answer=text)
    tests = st.builds(TestLine, day=DAYS, what=text, value=levels, unit=st.just("mmol/L"))
    return st.builds(
        summary,
        person=text,
        visit_at=st.one_of(st.none(), st.just(datetime(2026, 11, 4, 10, 30))),
        longest_gap=COUNTS,
        filled_in_later=COUNTS,
        questions=lists_of(st.builds(QuestionLine, text=text, starred=st.booleans()), most),
        check_ins=COUNTS,
        changes=lists_of(changes, most),
        medicines=lists_of(medicines, most),
        doses=lists_of(doses, most),
        reasons=lists_of(reasons, most),
        symptoms=lists_of(symptoms, 5),
        compared=lists_of(comparisons(text), 3),
        side_effects=lists_of(effects, most * 5),
        scores=lists_of(scores, most),
        answers=lists_of(answers, most),
        tests=lists_of(tests, most),
        events=lists_of(dated, most),
        notes=lists_of(dated, most),
    )


def comparisons(text: st.SearchStrategy[str]) -> st.SearchStrategy[CompareLine]:
    """Comparisons with two middles, with too few days, and with another change in the way."""
    short = st.builds(SideLine, days=COUNTS, of_days=COUNTS, needed=COUNTS, needed_weeks=COUNTS)
    whole = st.integers(0, 10)
    full = st.builds(
        SideLine,
        **dict.fromkeys(("days", "of_days", "needed", "needed_weeks"), COUNTS),
        middle=st.floats(0, 10).map(lambda value: round(value, 1)),
        low=whole,
        high=whole,
    )
    common = {"day": DAYS, "name": text, "did": st.sampled_from(["started", "changed dose"])}
    days = {"from_day": st.integers(1, 60), "to_day": st.integers(61, 90)}
    told = {"label": st.just("Mood"), "until": st.one_of(st.none(), DAYS), **days, **common}
    return st.one_of(
        st.builds(CompareLine, before=short, after=short, **told),
        st.builds(CompareLine, before=full, after=full, coming_off=st.booleans(), **told),
        st.builds(CompareLine, in_the_way=text.map("{} started too.".format), **common),
    )
