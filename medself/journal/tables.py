"""The tables a journal gives out: their columns and dtypes, the same when empty.

`at` and `slot` are naive wall-clock times, `day` and `since` naive midnights, `recorded_at` is UTC.
Missing text is "", a missing number NaN, a missing time NaT. Times are `datetime64[us]`.
"""

STAMP = "datetime64[us]"
UTC = "datetime64[us, UTC]"
TEXT = "str"

ENTRY = {
    "id": TEXT,
    "at": STAMP,
    "day": STAMP,
    "zone": TEXT,
    "recorded_at": UTC,
    "source": TEXT,
    "note": TEXT,
}

COLUMNS: dict[str, dict[str, str]] = {
    "dose": ENTRY
    | {
        "medication": TEXT,
        "status": TEXT,
        "slot": STAMP,
        "amount": "float64",
        "unit": TEXT,
        "reason": TEXT,
        "agreed": "bool",
    },
    "check_in": ENTRY | {"ratings": "object", "sleep_hours": "float64"},
    # One row a rating: the check-ins in long form.
    "rating": ENTRY | {"symptom": TEXT, "value": "int64"},
    "side_effect": ENTRY
    | {
        "effect": TEXT,
        "severity": "int64",
        "since": STAMP,
        "medication": TEXT,
        "stops_me": "bool",
    },
    "event": ENTRY | {"text": TEXT},
    "score": ENTRY | {"instrument": TEXT, "total": "float64", "answers": "object"},
    "measurement": ENTRY | {"what": TEXT, "value": "float64", "unit": TEXT},
    "visit": {
        "id": TEXT,
        "at": STAMP,
        "zone": TEXT,
        "with_whom": TEXT,
        "place": TEXT,
        "decided": TEXT,
        "in_my_words": TEXT,
        "note": TEXT,
        "recorded_at": UTC,
    },
    "question": {
        "id": TEXT,
        "text": TEXT,
        "origin": TEXT,
        "ref": TEXT,
        "starred": "bool",
        "state": TEXT,
        "answer": TEXT,
        "recorded_at": UTC,
    },
    "task": {
        "id": TEXT,
        "kind": TEXT,
        "text": TEXT,
        "due": STAMP,
        "done_on": STAMP,
        "visit": TEXT,
        "recorded_at": UTC,
    },
    "medication": {
        "id": TEXT,
        "name": TEXT,
        "slug": TEXT,
        "status": TEXT,
        "strength": TEXT,
        "form": TEXT,
        "why": TEXT,
        "prescriber": TEXT,
        "over_the_counter": "bool",
        "source": TEXT,
        "recorded_at": UTC,
    },
}
