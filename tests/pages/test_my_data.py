"""My data, as a person meets it: bring a file in, say what is still taken, copy, put back, delete."""

import io
from datetime import date, time
from pathlib import Path

import pytest
from screen import screen as said

from medself.exchange import read
from medself.exchange.rows import commit, plan
from medself.journal import open_journal, people
from medself.journal.backup import list_backups, make_backup
from medself.model import AsNeeded, CheckIn, Daily, MedicationStatus, Slot

FIXTURES = Path(__file__).parents[1] / "exchange" / "fixtures"
DIARY, NAMING, SCORES = "diary_scales.csv", "naming.json", "scores.json"


@pytest.fixture
def page(journal, open_app):
    return open_app("my_data")


def upload(app, name, data=None):
    app.file_uploader[0].upload(name, data or (FIXTURES / name).read_bytes(), "text/plain")
    return app.run()


def press(app, key):
    app.button(key=key).click()
    return app.run()


def part(app, name):
    app.segmented_control(key="my_data_part").set_value(name)
    return app.run()


def with_medicines(journal):
    reading = read(NAMING, (FIXTURES / NAMING).read_bytes())
    commit(journal, plan(reading, journal))
    return {one.name: one.id for one in journal.medications()}


def test_a_file_is_shown_before_anything_is_written(page, journal):
    upload(page, NAMING)
    assert not page.exception
    assert "To be added: 7 (medicines 7)" in said(page)
    assert "Not kept: 4" in said(page)
    assert "Ada Lou Invented" in said(page)
    assert journal.medications() == []


def test_one_button_brings_it_in_and_undo_takes_it_back(page, journal):
    press(upload(page, NAMING), "my_data_commit")
    assert "7 added" in said(page)
    assert len(journal.medications()) == 7
    assert "Do you still take these?" in [header.value for header in page.header]
    press(page, "frame_undo")
    assert journal.medications() == []


def test_the_same_file_again_has_nothing_new(page, journal):
    press(upload(page, NAMING), "my_data_commit")
    upload(page, NAMING)
    assert "There is nothing new in this file" in said(page)
    assert "Already there: 7" in said(page)


def test_own_mood_words_are_mapped_by_the_person(page, journal):
    upload(page, DIARY)
    assert "To be added: 1 (check-ins 1)" in said(page)
    assert "Some of your words are still open." in said(page)
    words = [box for box in page.selectbox if str(box.key).startswith("my_data_mood_")]
    assert [(box.label, box.value) for box in words] == [
        ("sad", None),
        ("Rad", 1),
        ("average", None),
    ]
    words[0].set_value(4)
    words[2].set_value(3)
    page.run()
    press(page, "my_data_commit")
    found = journal.records("check_in")
    assert sorted(one.ratings["mood"] for one in found) == [3, 5, 9]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"%PDF", "is a PDF"), (b"{", "damaged or cut short"), (b"a,b\n1,2", "is not a file we know")],
)
def test_d2_a_wrong_file_gets_a_sentence_and_changes_nothing(page, journal, data, sentence):
    before = journal.revision
    upload(page, "wrong.bin", data)
    assert not page.exception
    assert sentence in said(page)
    assert journal.revision == before


def test_q3_help_stands_before_everything_else_until_it_is_closed(page, journal):
    answer = b'{"resourceType": "Observation", "code": {"coding": [{"code": "44260-8"}]}, "valueInteger": 1}'
    upload(page, "a.json", answer)
    assert page.info[0].value.startswith("Thank you for telling us.")
    part(page, "Backups")
    assert page.info[0].value.startswith("Thank you for telling us.")
    press(page, "my_data_help_close")
    assert not any("Thank you for telling us" in info.value for info in page.info)


def test_p4_text_of_a_file_is_never_markdown(page, journal):
    odd = b'[{"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "**bold** <b>x</b> $5 :red[a]"}}]'
    upload(page, "odd.json", odd)
    (table,) = page.table
    assert "\\*\\*bold" in str(table.value.iloc[0, 0])
    press(page, "my_data_commit")
    assert "**bold** <b>x</b> $5 :red[a]: was prescribed. Do you still take it?" in said(page)


def test_nothing_is_chosen_for_the_person(journal, open_app):
    with_medicines(journal)
    page = open_app("my_data")
    assert [radio.value for radio in page.radio] == [None] * 7


def test_yes_with_a_time_makes_a_way_of_taking_it(journal, open_app):
    ids = with_medicines(journal)
    page = open_app("my_data")
    assert "By text: was prescribed 2 Jan 2026. The list says: One each morning." in said(page)
    key = f"still_{ids['By text']}"
    page.radio(key=key).set_value("Yes").run()
    assert page.time_input(key=f"{key}_time_0").value is None
    assert page.number_input(key=f"{key}_amount").value == 50
    assert page.date_input(key=f"{key}_since").value == date(2026, 1, 2)
    page.time_input(key=f"{key}_time_0").set_value(time(7, 30)).run()
    press(page, "still_save")
    taken = journal.get(ids["By text"])
    assert taken.status is MedicationStatus.TAKING
    (regimen,) = taken.regimens
    assert regimen.plan == Daily(slots=(Slot(at=time(7, 30), amount=50),))
    assert (regimen.unit, regimen.as_written) == ("mg", "One each morning")
    assert f"{regimen.start:%Y-%m-%d %H:%M}" == "2026-01-02 03:00"


def test_yes_without_times_keeps_how_unknown(journal, open_app):
    ids = with_medicines(journal)
    page = open_app("my_data")
    page.radio(key=f"still_{ids['Elsewhere by kind and id']}").set_value("Yes").run()
    press(page, "still_save")
    taken = journal.get(ids["Elsewhere by kind and id"])
    assert (taken.status, taken.regimens) == (MedicationStatus.TAKING, ())


def test_yes_to_as_needed_has_nothing_due(journal, open_app):
    ids = with_medicines(journal)
    page = open_app("my_data")
    key = f"still_{ids['Contained']}"
    page.radio(key=key).set_value("Yes").run()
    assert page.date_input(key=f"{key}_since").value is None
    press(page, "still_save")
    assert "say since when" in said(page)
    assert journal.get(ids["Contained"]).status is MedicationStatus.PRESCRIBED
    page.date_input(key=f"{key}_since").set_value(date(2025, 12, 1)).run()
    press(page, "still_save")
    assert journal.get(ids["Contained"]).regimens[0].plan == AsNeeded()


def test_some_of_the_times_are_not_enough_and_nothing_is_written(journal, open_app):
    reading = read("older.ndjson", (FIXTURES / "older.ndjson").read_bytes())
    commit(journal, plan(reading, journal))
    ids = {one.name: one.id for one in journal.medications()}
    page = open_app("my_data")
    twice = f"still_{ids['DSTU2 statement']}"
    page.radio(key=twice).set_value("Yes")
    page.radio(key=f"still_{ids['DSTU2 order']}").set_value("No").run()
    page.time_input(key=f"{twice}_time_1").set_value(time(20)).run()
    press(page, "still_save")
    assert "fill in all the times" in said(page)
    assert {one.status for one in journal.medications()} == {MedicationStatus.PRESCRIBED}


def test_times_in_the_file_are_filled_in(journal, open_app):
    ids = with_medicines(journal)
    page = open_app("my_data")
    key = f"still_{ids['By second display']}"
    page.radio(key=key).set_value("Yes").run()
    assert [page.time_input(key=f"{key}_time_{n}").value for n in (0, 1)] == [time(8), time(20)]


def test_no_and_not_sure(journal, open_app):
    ids = with_medicines(journal)
    page = open_app("my_data")
    page.radio(key=f"still_{ids['By text']}").set_value("No")
    page.radio(key=f"still_{ids['Contained']}").set_value("Not sure").run()
    assert "A pharmacist or your prescriber can tell you" in said(page)
    press(page, "still_save")
    assert journal.get(ids["By text"]).status is MedicationStatus.NOT_TAKING
    assert journal.get(ids["Contained"]).status is MedicationStatus.PRESCRIBED
    assert len(page.radio) == 6


def test_what_the_list_says_has_ended_is_answered_in_one_go(journal, open_app):
    reading = read("older.ndjson", (FIXTURES / "older.ndjson").read_bytes())
    commit(journal, plan(reading, journal))
    page = open_app("my_data")
    assert "I take none of the 2 that have ended, as the list says" in said(page)
    press(page, "still_none")
    found = {one.name: one.status for one in journal.medications()}
    assert found["STU3 statement"] is found["DSTU2 statement"] is MedicationStatus.NOT_TAKING
    assert found["DSTU2 order"] is found["STU3 request"] is MedicationStatus.PRESCRIBED
    journal.undo()
    assert {one.status for one in journal.medications()} == {MedicationStatus.PRESCRIBED}


def test_the_same_medicine_twice_stands_together(journal, open_app):
    listed = (
        b'[{"resourceType": "MedicationStatement", "id": "a", "medicationCodeableConcept": {"text": "Zoloft 50 mg"}},'
        b'{"resourceType": "MedicationStatement", "id": "b", "medicationCodeableConcept": {"text": "Sertraline 100MG"}}]'
    )
    page = upload(open_app("my_data"), "list.json", listed)
    press(page, "my_data_commit")
    assert "sertraline is on the list 2 times." in said(page).lower()


def test_p6_copies_say_they_are_not_encrypted_and_have_neutral_names(page):
    part(page, "Take away")
    assert "not encrypted" in said(page)
    assert {button.key for button in page.download_button} == {"my_data_csv", "my_data_json"}
    names = [button.proto.label for button in page.download_button]
    assert names == ["Download the tables", "Download the copy"]


def test_a_damaged_part_is_said_where_a_whole_copy_cannot_be_made(journal, open_app):
    journal.add(CheckIn(at=_noon(2026, 3, 1), zone="UTC", ratings={"mood": 3}))
    (journal.folder / "journal" / "2026-03.json").write_bytes(b"")
    page = part(open_app("my_data"), "Take away")
    assert "a whole copy cannot be made" in said(page)
    assert [button.key for button in page.download_button] == ["my_data_csv"]


def test_back_up_look_and_put_back(journal, open_app):
    event = journal.add(CheckIn(at=_noon(2026, 3, 1), zone="UTC", ratings={"mood": 3}))
    page = part(open_app("my_data"), "Backups")
    press(page, "my_data_backup")
    assert "Backed up." in said(page)
    journal.remove(event)
    chooser = page.selectbox(key="my_data_backup_chosen")
    assert len(set(chooser.options)) == len(list_backups(journal))
    chooser.select_index(0).run()
    (table,) = page.table
    assert table.value.to_numpy().tolist() == [["March 2026", "0", "1"]]
    press(page, "my_data_restore")
    assert "The backup is back in place." in said(page)
    assert len(journal.table("check_in")) == 1


def test_a_backup_file_can_be_put_back_and_a_wrong_one_is_refused(journal, open_app):
    event = journal.add(CheckIn(at=_noon(2026, 3, 1), zone="UTC", ratings={"mood": 3}))
    data = make_backup(journal).path.read_bytes()
    journal.remove(event)
    page = part(open_app("my_data"), "Backups")
    upload(page, "wrong.zip", b"PK nothing")
    assert "This backup cannot be put back" in [error.proto.title for error in page.error]
    upload(page, "kept.zip", data)
    press(page, "my_data_restore")
    assert len(journal.table("check_in")) == 1


def test_the_last_change_is_named_and_taken_back(journal, open_app):
    page = part(open_app("my_data"), "Backups")
    assert "There is nothing to take back." in said(page)
    journal.add(CheckIn(at=_noon(2026, 3, 1), zone="UTC", ratings={"mood": 3}))
    page.run()
    assert "adding a check-in of 1 March 2026" in said(page)
    press(page, "my_data_undo")
    assert len(journal.table("check_in")) == 0


def test_deleting_says_what_goes_and_needs_the_word(journal, home, open_app):
    journal.add(CheckIn(at=_noon(2026, 3, 1), zone="UTC", ratings={"mood": 3}))
    page = part(open_app("my_data"), "Delete")
    assert "check-ins 1" in said(page)
    assert page.button(key="my_data_delete").disabled
    page.text_input(key="my_data_word").set_value("delete").run()
    assert page.button(key="my_data_delete").disabled
    page.text_input(key="my_data_word").set_value("DELETE").run()
    press(page, "my_data_delete")
    assert not page.exception
    assert people(home) == []
    assert not journal.folder.exists()


def test_p3_deleting_leaves_other_people_alone(journal, home, open_app):
    from medself.journal import create_person
    from medself.model import Person

    other = create_person(home, Person(name="Alex"))
    page = open_app(person_folder=str(journal.folder))
    page = part(page.switch_page("pages/my_data.py").run(), "Delete")
    page.text_input(key="my_data_word").set_value("DELETE").run()
    press(page, "my_data_delete")
    assert [one.name for one in people(home)] == ["Alex"]
    assert open_journal(other).person.name == "Alex"


def _noon(year, month, day):
    from datetime import datetime

    return datetime(year, month, day, 12)


def test_a_diary_in_a_zip_that_is_no_diary(page):
    packed = io.BytesIO(b"PK\x03\x04")
    upload(page, "a.daylio", packed.getvalue())
    assert "damaged or cut short" in said(page)
