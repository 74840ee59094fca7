"""Corrections made in a real browser, saved, and read back by `mithaq evaluate`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import written
from driving import choose, eventually, keys, saved, select_words, settle, texts, write_records

from models import Span
from pipeline.scoring import evaluate

pytestmark = pytest.mark.browser
Show = Callable[..., Any]


@pytest.mark.parametrize("record", [written.english(), written.arabic()], ids=["english", "arabic"])
def test_an_accepted_record_is_perfect_gold_of_itself(show: Show, downloads: Path, tmp_path: Path, record: Any) -> None:
    driver = show(record)
    keys(driver, "j", "a")
    [line] = saved(driver, downloads)
    assert line["id"] == record.id
    assert line["text"] == record.text
    scores = evaluate(downloads / "corrections.jsonl", write_records(tmp_path / "records.jsonl", record))
    measured = scores.tallies[record.language]
    assert {name: tally.f1 for name, tally in measured.items() if tally.f1 not in (None, 1)} == {}
    assert measured["figures"].tp == len(record.figures)
    assert measured["agreements · found"].tp == len(record.agreements)


def test_a_correction_a_rejection_and_an_addition_come_back_in_evaluate(
    show: Show, downloads: Path, tmp_path: Path
) -> None:
    from selenium.webdriver.common.keys import Keys

    record = written.english()
    driver = show(record)
    keys(driver, "j", "c")  # f1: five million dollars become euros
    field = driver.find_element("id", "field-unit")
    field.clear()
    field.send_keys("EUR", Keys.ENTER)
    keys(driver, "j", "r")  # f2 goes
    select_words(driver, "water")
    keys(driver, "n")
    choose(driver, "field-family", "places")
    driver.find_element("css selector", "#form button.primary").click()
    assert texts(driver, "tr.added th") == ["water"]
    [line] = saved(driver, downloads)
    assert line["figures"][0] == {
        "quote": "$5 million", "kind": "money", "value": 5000000, "value_high": None, "unit": "EUR", "modifier": "exact",
        "measure": None, "trend": None, "period": None,
    }  # fmt: skip
    assert [figure["quote"] for figure in line["figures"]] == ["$5 million", "5%", "5%", "40"]
    assert {"name": "water", "mentions": ["water"]} in line["places"]
    tally = evaluate(downloads / "corrections.jsonl", write_records(tmp_path / "records.jsonl", record)).tallies["en"]
    assert (tally["figures"].tp, tally["figures"].fp, tally["figures"].fn) == (3, 2, 1)
    assert (tally["places"].tp, tally["places"].fn) == (1, 1)
    assert tally["dates"].f1 == 1


def test_a_quote_that_repeats_keeps_its_place(show: Show, downloads: Path) -> None:
    record = written.english()
    driver = show(record)
    keys(driver, "j", "j", "j", "r")  # the first 5% goes, the second must stay the second
    [line] = saved(driver, downloads)
    second = written.ENGLISH.index("5%", written.ENGLISH.index("5%") + 1)
    assert [figure.get("start") for figure in line["figures"] if figure["quote"] == "5%"] == [second]


def test_a_selection_over_marks_and_directions_becomes_a_quote(show: Show, downloads: Path) -> None:
    driver = show(written.arabic())
    words = "شركة Hanbit Energy Co. محطة"
    driver.execute_script(
        """
        const [from, to] = [arguments[0].slice(0, 2), arguments[0].slice(-2)];
        const nodes = [...document.querySelectorAll("#article p:last-child *, #article p:last-child")].flatMap((e) => [...e.childNodes]).filter((n) => n.nodeType === 3);
        const first = nodes.find((node) => node.data.includes(from));
        const last = nodes.find((node) => node.data.includes(to));
        getSelection().setBaseAndExtent(first, first.data.indexOf(from), last, last.data.lastIndexOf("محطة") + 4);
        """,
        words,
    )
    keys(driver, "n")
    choose(driver, "field-family", "parties")
    driver.find_element("css selector", "#form button.primary").click()
    [line] = saved(driver, downloads)
    assert {"name": words, "kind": "organization", "mentions": [words], "role": None, "affiliation": None} in line[
        "parties"
    ]


def test_names_follow_a_renamed_party_and_leave_with_a_rejected_one(show: Show, downloads: Path) -> None:
    driver = show(written.english())
    driver.execute_script("document.querySelector('#item-p1 th').click()")
    keys(driver, "c")
    name = driver.find_element("id", "field-name")
    name.clear()
    name.send_keys("Sultanate of Oman")
    driver.find_element("css selector", "#form button.primary").click()
    driver.execute_script("document.querySelector('#item-p2 th').click()")
    keys(driver, "r")
    [line] = saved(driver, downloads)
    assert line["agreements"][0]["parties"] == ["Sultanate of Oman"]
    assert [party["affiliation"] for party in line["parties"] if party["name"] == "Salim Al Harthy"] == [
        "Sultanate of Oman"
    ]
    driver.execute_script("document.querySelector('#item-a1 th').click()")
    keys(driver, "c")
    parties = driver.find_element("id", "field-parties")
    parties.send_keys("\nAtlantis")
    driver.find_element("css selector", "#form button.primary").click()
    assert "Atlantis" in driver.find_element("id", "form-problem").text


def test_an_article_can_be_right_as_it_stands(show: Show, downloads: Path) -> None:
    driver = show(written.plain("Nothing was agreed.", "none"), written.arabic())
    keys(driver, "A")
    [line] = saved(driver, downloads)
    assert line["agreements"] == []
    assert line["review"]["done"] is True
    keys(driver, "A")
    assert driver.find_element("id", "progress").text == ""


def test_decisions_hold_for_the_extraction_that_they_were_made_on(show: Show, downloads: Path) -> None:
    record = written.english()
    driver = show(record)
    keys(driver, "j", "r")
    saved(driver, downloads)
    fewer = record.model_copy(update={"figures": record.figures[1:], "agreements": ()})
    driver = show(fewer)
    assert texts(driver, ".state") == []
    driver.execute_script("document.getElementById('resume-file').hidden = false")
    driver.find_element("id", "resume-file").send_keys(str(downloads / "corrections.jsonl"))
    assert "0 articles taken up, 1 line left" in eventually(lambda: driver.find_element("id", "toast").text)
    assert texts(driver, ".state") == []


def test_a_quote_over_lines_survives_a_correction(show: Show, downloads: Path) -> None:
    record = written.english()
    quote = written.ENGLISH[written.ENGLISH.index("in Muscat") : written.ENGLISH.index(", 3 May")]
    assert "\n\n" in quote
    evidence = (*record.agreements[0].evidence, Span(**written.at(record.text or "", quote)))
    agreement = record.agreements[0].model_copy(update={"evidence": evidence})
    driver = show(record.model_copy(update={"agreements": (agreement,)}))
    driver.execute_script("document.querySelector('#item-a1 th').click()")
    keys(driver, "c")
    choose(driver, "field-status", "in_force")
    driver.find_element("css selector", "#form button.primary").click()
    [line] = saved(driver, downloads)
    assert line["agreements"][0]["status"] == "in_force"
    assert line["agreements"][0]["evidence"] == [span.text for span in evidence]


def test_the_form_refuses_what_the_article_does_not_say(show: Show) -> None:
    driver = show(written.arabic())
    keys(driver, "j", "c")
    field = driver.find_element("id", "field-quote")
    field.clear()
    field.send_keys("4 مليار")
    driver.find_element("css selector", "#form button.primary").click()
    assert "4 مليار" in driver.find_element("id", "form-problem").text
    assert driver.execute_script("return document.activeElement.id") == "field-quote"
    field.clear()
    field.send_keys("3.5 مليار")
    period = driver.find_element("id", "field-period")
    period.send_keys("last year")
    driver.find_element("css selector", "#form button.primary").click()
    assert "EDTF" in driver.find_element("id", "form-problem").text
    period.clear()
    driver.find_element("css selector", "#form button.primary").click()
    assert texts(driver, "#item-f1 th") == ["3.5 مليار"]
    assert texts(driver, "mark[data-inner='f1']") == ["3.5 مليار"]


def test_corrections_outlive_a_reload_and_can_be_taken_up_from_their_file(show: Show, downloads: Path) -> None:
    driver = show(written.english(), written.arabic())
    keys(driver, "j", "a", "j", "r")
    before = saved(driver, downloads)
    driver.refresh()
    settle(driver)
    assert texts(driver, ".state") == ["Accepted", "Rejected"]
    driver.execute_script("localStorage.clear()")
    driver.refresh()
    settle(driver)
    assert texts(driver, ".state") == []
    driver.execute_script("document.getElementById('resume-file').hidden = false")
    driver.find_element("id", "resume-file").send_keys(str(downloads / "corrections.jsonl"))
    assert eventually(lambda: texts(driver, ".state")) == ["Accepted", "Rejected"]
    assert saved(driver, downloads) == before
