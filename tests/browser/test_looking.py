"""The review page in a real browser: what it shows, how it is walked through and filtered."""

from collections.abc import Callable
from typing import Any

import pytest
import written
from driving import choose, eventually, keys, settle, texts

from pipeline.scoring import FAMILIES

pytestmark = pytest.mark.browser
Show = Callable[..., Any]


def test_the_article_reads_as_written_and_every_item_is_marked(show: Show) -> None:
    record = written.english()
    driver = show(record)
    assert "".join(texts(driver, "#article .block")).replace("\n", "") == written.ENGLISH.replace("\n", "")
    marked = {part.split("/")[0] for parts in driver.execute_script(
        "return [...document.querySelectorAll('#article mark')].map((m) => m.dataset.parts.split(' '))") for part in parts}  # fmt: skip
    assert marked == {item.id for family in FAMILIES for item in getattr(record, family)} | {"w0"}
    # The astral character before it moves UTF-16 units, not code points.
    assert texts(driver, "mark[data-inner='l1/mentions/0']") == ["Muscat"]


def test_overlapping_items_share_their_words(show: Show) -> None:
    driver = show(written.english())
    parts = driver.execute_script("return document.querySelector(\"mark[data-inner='p2/mentions/0']\").dataset.parts")
    assert parts.split() == ["a1/evidence/0", "p2/mentions/0"]
    assert texts(driver, "mark[data-parts~='a1/evidence/0']") == [
        "Oman",
        " and ",
        "Viet Nam",
        " sign ",
        "water",
        " accord",
    ]


def test_each_paragraph_has_its_own_direction(show: Show) -> None:
    driver = show(written.arabic(), written.english())

    def computed(selector: str, *names: str) -> list[str]:
        script = (
            "const s = getComputedStyle(document.querySelector(arguments[0])); return arguments[1].map((n) => s[n])"
        )
        return list(driver.execute_script(script, selector, list(names)))

    assert computed("#article p", "direction", "textAlign", "unicodeBidi") == ["rtl", "start", "isolate"]
    assert computed("#article bdi[lang=en]", "direction", "unicodeBidi") == ["ltr", "isolate"]
    assert "Hanbit Energy Co" in texts(driver, "#article bdi[dir=ltr]")
    assert computed(".row-title", "direction") == ["rtl"]
    keys(driver, "J")
    settle(driver)
    assert computed("#article p", "direction") == ["ltr"]
    assert computed("#article bdi[lang=ar]", "direction", "unicodeBidi") == ["rtl", "isolate"]
    right, left = driver.execute_script(
        "const box = (e) => e.getBoundingClientRect(); const p = document.querySelector('#article p');"
        "const range = document.createRange(); range.selectNodeContents(p.firstChild);"
        "return [box(p).left, range.getClientRects()[0].left]"
    )
    assert abs(right - left) < 1


def test_pointing_links_text_and_record_both_ways(show: Show) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    driver = show(written.english())
    pointed = "return [...document.querySelectorAll('.pointed')].map((e) => e.dataset.part ?? e.dataset.inner)"
    ActionChains(driver).move_to_element(driver.find_element("css selector", "mark[data-inner='f1']")).perform()
    assert "f1" in driver.execute_script(pointed)
    assert "pointed" in driver.find_element("id", "item-f1").get_attribute("class")
    ActionChains(driver).move_to_element(driver.find_element("css selector", "[data-part='f3/measure']")).perform()
    assert texts(driver, "mark.pointed") == ["Trade"]
    driver.execute_script("document.getElementById('item-p2').focus()")
    assert texts(driver, "mark.pointed") == ["Viet Nam", "Viet Nam"]


def test_the_keyboard_reaches_everything(show: Show) -> None:
    from selenium.webdriver.common.keys import Keys

    driver = show(written.english(), written.arabic())
    current = "return document.querySelector('tr[aria-current]')?.dataset.part ?? null"
    keys(driver, "j")
    assert driver.execute_script(current) == "f1"
    keys(driver, "j", "j", "k")
    assert driver.execute_script(current) == "f2"
    assert texts(driver, "mark.current") == ["three years"]
    keys(driver, Keys.ARROW_DOWN)
    assert driver.execute_script("return document.activeElement.id") == "item-f3"
    keys(driver, Keys.ENTER)
    assert driver.execute_script("return document.activeElement.dataset.inner") == "f3"
    keys(driver, Keys.ENTER)
    assert driver.execute_script("return document.activeElement.id") == "item-f3"
    keys(driver, "a")
    assert texts(driver, "tr.accepted .state") == ["Accepted"]
    keys(driver, "a")
    assert texts(driver, "tr.accepted") == []
    keys(driver, "J")
    settle(driver)
    assert "الأردن" in driver.find_element("id", "article").text
    keys(driver, "/", "oman")
    assert driver.execute_script("return document.activeElement.id") == "search"
    keys(driver, Keys.ESCAPE, "?")
    assert driver.find_element("id", "keys").is_displayed()
    keys(driver, Keys.ESCAPE, "v")
    assert driver.find_element("id", "overview").is_displayed()


def test_an_arabic_keyboard_works_by_the_place_of_its_keys(show: Show) -> None:
    driver = show(written.arabic())
    press = (
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], code: arguments[1], bubbles: true}))"
    )
    press = press.replace("document.dispatchEvent", "document.body.dispatchEvent")
    driver.execute_script(press, "ت", "KeyJ")
    driver.execute_script(press, "ش", "KeyA")
    assert texts(driver, "tr.accepted .state") == ["Accepted"]


def test_filters_and_search(show: Show) -> None:
    driver = show(
        written.english(), written.arabic(), written.plain("Nothing to see.\n\nA rare-word stands here.", "empty")
    )

    def shown() -> list[int]:
        rows = driver.execute_script("return [...document.querySelectorAll('.row')].map((row) => row.dataset.position)")
        return sorted(map(int, rows))

    for control, value, expected in (
        ("filter-lang", "ar", [1]),
        ("filter-kind", "mou", [0]),
        ("filter-warning", "unresolved_date", [0]),
        ("filter-state", "open", [0, 1, 2]),
        ("filter-state", "done", []),
    ):
        choose(driver, control, value)
        assert shown() == expected, (control, value)
        choose(driver, control, "")
    for control, typed, expected in (
        ("filter-party", "كوريا", [1]),
        ("search", "rare-word", [2]),
        ("search", "اكتوبر", [1]),  # written with a hamza in the article
        ("search", "DESALINATION", [0]),
    ):
        field = driver.find_element("id", control)
        field.send_keys(typed)
        assert eventually(lambda expected=expected: shown() == expected), shown()
        field.clear()
        driver.execute_script("arguments[0].dispatchEvent(new Event('input'))", field)
    assert eventually(lambda: shown() == [0, 1, 2])
