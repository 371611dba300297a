"""The life chart: what stands on it, what it says, and that what people type is never run."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from invented import daily, medicine, regimen

from medself.charts import life_words
from medself.charts.facts import Facts
from medself.charts.life import life, life_svg, size
from medself.charts.life_spec import ticks
from medself.charts.theme import SYMPTOMS
from medself.model import Medication

END_OF_MAY = date(2026, 5, 31)
HOSTILE = ["<b>x</b>", "'+alert(1)+'", 'datum["x"]', "](javascript:1)", "٣‮abc", "😀" * 40]


def part(facts: Facts, name: str) -> pd.DataFrame:
    data = life(facts).data
    return data[data["part"] == name]


def texts(facts: Facts) -> list[str]:
    data = life(facts).data
    return data.loc[data["text"] != "", "text"].tolist()


def test_every_lane_has_its_name(facts):
    assert part(facts, "heading")["text"].tolist() == [
        "Sertraline",
        "Lamotrigine",
        "Lorazepam, when needed",
        "Mood",
        "Worry",
        "Days recorded: 24 of 31",
        "Side effects",
        "What else happened",
    ]


def test_each_dose_is_a_bar_as_high_as_its_part_of_the_largest(facts):
    bars = part(facts, "bar")
    medicine = bars[bars["tone"] == "medicine"].sort_values(["y2", "x"])
    high = (medicine["y2"] - medicine["y"]).tolist()
    assert high == pytest.approx([10, 20, 10, 20])
    assert medicine["x"].dt.day.tolist() == [1, 11, 15, 22]
    assert medicine["tip"].iloc[1] == "Sertraline: 100 mg every morning at 08:00"


def test_doses_are_labelled_with_their_unit_where_there_is_room(facts):
    assert {"50 mg", "100 mg", "25 mg"} <= set(texts(facts))


def test_close_labels_lose_the_unit_and_then_the_earlier_one_goes(facts):
    a_quarter = replace(facts, start=date(2026, 3, 1))
    assert {"25", "50 mg"} <= set(texts(a_quarter))
    years = replace(facts, start=date(2020, 1, 1))
    assert "50 mg" in texts(years)
    assert "25" not in texts(years)


def test_a_medicine_of_another_time_is_not_drawn(facts):
    assert not any("Old" in text for text in texts(facts))
    assert "Old" not in life(facts).sentence


def test_a_medicine_without_amounts_has_a_bar_and_no_label(facts):
    unknown = medicine("Drops", regimen(daily(None), "2026-01-01"))
    bare = replace(facts, medications=[unknown])
    (bar,) = part(bare, "bar").query("tone == 'medicine'").to_dict("records")
    assert bar["y2"] - bar["y"] == pytest.approx(12)
    assert "Drops: taken." in life(bare).lines


def test_a_pause_is_cut_out_of_its_bar(facts):
    (pause,) = part(facts, "pause").to_dict("records")
    assert (pause["x"].day, pause["x2"].day) == (3, 6)


def test_as_needed_shows_the_days_it_was_taken(facts):
    teeth = part(facts, "tooth")
    assert teeth.loc[teeth["tone"] == "medicine", "tip"].tolist() == ["Lorazepam taken: 2 May 2026"]


def test_every_recorded_day_is_a_tooth(facts):
    teeth = part(facts, "tooth")
    assert (teeth["tone"] == "recorded").sum() == 24


def test_changes_are_rules_across_the_symptoms(facts):
    # The pause and its end, the higher dose, the start and the step of the build-up.
    assert part(facts, "change")["x"].dt.day.tolist() == [3, 6, 11, 15, 22]


def test_q7_the_line_is_open_where_nothing_was_recorded(facts):
    line = part(facts, "line").query("tone == 'first'")
    spans = [(days["x"].min().day, days["x"].max().day) for _, days in line.groupby("strand")]
    assert sorted(spans) == [(4, 10), (19, 25)]


def test_over_years_the_line_gives_way_to_the_dots_and_their_range(facts):
    assert part(replace(facts, start=date(2020, 1, 1)), "line").empty


def test_q7_a_day_with_several_ratings_shows_their_range(facts):
    twice = facts.ratings.head(1).assign(value=9)
    both = replace(facts, ratings=pd.concat([facts.ratings, twice], ignore_index=True))
    (spread,) = part(both, "range").to_dict("records")
    assert spread["tip"] == "Mood, 1 May 2026: 6.5"


def test_a_day_filled_in_later_is_hollow(facts):
    ratings = facts.ratings.copy()
    ratings.loc[ratings["day"] == "2026-05-02", "recorded_at"] += pd.Timedelta(days=3)
    assert part(replace(facts, ratings=ratings), "late")["x"].dt.day.tolist() == [2, 2]


def test_side_effects_say_how_strong_and_are_higher_when_stronger(facts):
    assert {"Feeling sick, quite a bit", "odd taste of <b>tin</b>, a lot"} <= set(texts(facts))
    bars = part(facts, "bar").query("tone == 'side_effect'")
    assert sorted(bars["y2"] - bars["y"]) == [6, 9]


def test_events_and_appointments_have_their_own_shapes(facts):
    assert part(facts, "event")["tip"].tolist() == ["Moved house, 20 May 2026"]
    assert part(facts, "visit")["tip"].tolist() == ["Appointment, 11 May 2026"]
    assert "Dr Vale" not in json.dumps(life(facts).data["tip"].tolist())


def test_many_events_in_a_week_keep_their_marks_when_there_is_no_room_for_words(facts):
    events = pd.concat([facts.events] * 12, ignore_index=True)
    crowded = replace(facts, events=events)
    assert len(part(crowded, "event")) == 12
    assert texts(crowded).count("Moved house") < 12


def test_nothing_recorded_still_draws(facts):
    empty = {
        name: getattr(facts, name).head(0)
        for name in ("doses", "check_ins", "ratings", "side_effects", "events")
    }
    bare = life(replace(facts, medications=[], visits=[], **empty))
    assert bare.sentence == (
        "From 1 May 2026 to 31 May 2026 you recorded 0 of 31 days. "
        "The chart cannot tell why anything changed."
    )
    assert size(life_svg(bare, width=300))[0] == 300


def test_the_words_say_what_the_picture_shows(facts):
    assert life(facts).lines == (
        "From 1 May 2026 to 31 May 2026 you recorded 24 of 31 days.",
        (
            "Sertraline: 50 mg, paused on 3 May, taken again after the pause on 6 May, "
            "changed to 100 mg on 11 May."
        ),
        "Lamotrigine: started 25 mg on 15 May, changed to 50 mg on 22 May.",
        "Lorazepam: when needed, taken on 1 day.",
        "Mood: middle score 5 of 10, most days 4 to 6, on 20 days.",
        "Worry: middle score 7 of 10, most days 7, on 20 days.",
        (
            "Side effects noted: Feeling sick on 2 days, at worst quite a bit; "
            "odd taste of <b>tin</b> on 1 day, at worst a lot."
        ),
        "What else happened: Appointment on 11 May; Moved house on 20 May.",
        "The chart cannot tell why anything changed.",
    )


def test_the_table_says_the_same(facts):
    table = life_words.table(facts)
    assert table[table["What"] == "Mood"].to_numpy().tolist() == [
        ["Mood", "1 May 2026", "31 May 2026", "middle score 5 of 10, most days 4 to 6, 20 days"]
    ]
    assert table[table["What"] == "Feeling sick"]["Detail"].tolist() == [
        "noted on 2 days, at worst quite a bit"
    ]
    assert table[table["What"] == "Sertraline"]["To"].tolist() == ["11 May 2026", ""]


def test_over_two_years_days_carry_their_year(facts):
    lines = life(replace(facts, start=date(2025, 12, 1))).lines
    assert "Lamotrigine: started 25 mg on 15 May 2026, changed to 50 mg on 22 May 2026." in lines


@pytest.mark.parametrize("text", HOSTILE)
def test_p4_what_people_type_is_data_and_never_part_of_the_spec(facts, text):
    renamed = [Medication(name=text, regimens=each.regimens) for each in facts.medications]
    typed = replace(
        facts,
        medications=renamed,
        events=facts.events.assign(text=text),
        side_effects=facts.side_effects.assign(effect=text),
    )
    chart = life(typed)
    assert text not in json.dumps(chart.spec, ensure_ascii=False)
    assert text in chart.sentence
    # However far a long name would stand out, the picture is as wide as its place.
    assert size(life_svg(chart, width=358))[0] == 358


def test_p4_an_svg_holds_what_people_type_as_text(facts):
    svg = life_svg(life(facts), width=358)
    assert "&lt;b&gt;tin" in svg
    assert "<b>" not in svg


def test_the_spec_holds_no_data_and_is_as_wide_as_its_place(facts):
    spec = life(facts).spec
    assert spec["width"] == "container"
    assert "Sertraline" not in json.dumps(spec)
    assert "background" not in spec


def test_dark_and_light_differ_in_colour_only(facts):
    light, dark = life(facts), life(facts, dark=True)
    assert light.spec != dark.spec
    pd.testing.assert_frame_equal(light.data, dark.data)


def test_lines_differ_by_dash_as_well_as_colour(facts):
    (line,) = (layer for layer in life(facts).spec["layer"] if layer["mark"]["type"] == "line")
    for cue in ("color", "strokeDash"):
        scale = line["encoding"][cue]["scale"]
        shown = dict(zip(scale["domain"], map(str, scale["range"]), strict=True))
        assert len({shown[tone] for tone in SYMPTOMS}) == len(SYMPTOMS)


def test_t5_days_are_drawn_as_the_days_they_are(facts):
    data = life(facts).data
    assert str(data["x"].dtype) == "datetime64[us]"
    assert part(facts, "dot")["x"].dt.hour.unique().tolist() == [12]


@pytest.mark.parametrize("years", [1, 3, 10, 40])
def test_however_long_the_period_there_are_only_some_hundred_marks(facts, years):
    start = END_OF_MAY - timedelta(days=365 * years)
    days = pd.date_range(start, END_OF_MAY, freq="D").as_unit("us")
    one = facts.ratings.head(1)
    many = one.loc[one.index.repeat(len(days))].reset_index(drop=True)
    ratings = many.assign(day=days, at=days, value=range(len(days)))
    ratings["value"] %= 11
    long = replace(facts, start=start, ratings=ratings, check_ins=ratings)
    assert len(life(long).data) < 1000


@pytest.mark.parametrize(
    ("days", "expected"),
    [(7, 7), (30, 4), (90, 6), (180, 5), (365, 12), (3650, 10)],
)
def test_the_time_axis_has_a_dozen_marks_at_most(days, expected):
    found = ticks(END_OF_MAY - timedelta(days=days - 1), END_OF_MAY)
    assert len(found) == expected


def test_the_spec_draws_without_a_warning(facts, capfd):
    life_svg(life(facts), width=500)
    assert capfd.readouterr().err == ""


def test_an_svg_is_as_wide_as_asked_and_in_the_font_asked(facts):
    svg = life_svg(life(facts, font="DejaVu Sans"), width=700)
    assert 'width="700"' in svg
    assert "DejaVu Sans" in svg


def test_an_svg_can_use_a_font_of_our_own(facts):
    fonts = Path(__file__).parents[2] / "assets" / "fonts"
    chart = life(facts, font="DejaVu Sans")
    assert life_svg(chart, width=500, fonts=fonts) == life_svg(chart, width=500, fonts=fonts)
