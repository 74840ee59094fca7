"""The review page in a real browser: opened, filtered, walked through by keyboard, corrected, and kept from harm."""

import json
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import written
from conftest import settle

from pipeline.scoring import FAMILIES, evaluate

pytestmark = pytest.mark.browser
Show = Callable[..., Any]


def keys(driver: Any, *typed: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(driver).send_keys(*typed).perform()


def choose(driver: Any, control: str, value: str) -> None:
    from selenium.webdriver.support.ui import Select

    Select(driver.find_element("id", control)).select_by_value(value)


def texts(driver: Any, selector: str) -> list[str]:
    return driver.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector
    )


def select_words(driver: Any, words: str) -> None:
    driver.execute_script(
        """
        const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(arguments[0]);
          if (at < 0) continue;
          getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length);
          return;
        }
        throw new Error("not in one piece of text");
        """,
        words,
    )


def saved(driver: Any, downloads: Path) -> list[dict[str, Any]]:
    """Press s and read the file that comes."""
    file = downloads / "corrections.jsonl"
    file.unlink(missing_ok=True)
    keys(driver, "s")
    for _ in range(100):
        if file.exists():
            return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        time.sleep(0.05)
    raise AssertionError("no corrections came")


def write_records(path: Path, *records: Any) -> Path:
    path.write_text("".join(record.model_dump_json() + "\n" for record in records), encoding="utf-8")
    return path


# Looking


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

    def eventually(expected: list[int]) -> None:
        for _ in range(60):
            if shown() == expected:
                return
            time.sleep(0.05)
        assert shown() == expected

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
        eventually(expected)
        field.clear()
        driver.execute_script("arguments[0].dispatchEvent(new Event('input'))", field)
    eventually([0, 1, 2])


# Correcting


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
    time.sleep(0.2)
    assert texts(driver, ".state") == []
    assert "0 articles taken up, 1 line left" in driver.find_element("id", "toast").text


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
    for _ in range(40):
        if texts(driver, ".state"):
            break
        time.sleep(0.05)
    assert texts(driver, ".state") == ["Accepted", "Rejected"]
    (downloads / "corrections.jsonl").unlink()
    assert saved(driver, downloads) == before


# Harm


def test_hostile_articles_stay_text(show: Show) -> None:
    driver = show(written.hostile(), written.english())
    keys(driver, "j", "c")
    keys(driver, "\ue00c", "v", "v", "J", "K")
    settle(driver)
    assert driver.execute_script("return window.broken ?? null") is None
    assert driver.find_elements("css selector", "img, #article b, #article script, [onclick], [onerror]") == []
    shown = driver.find_element("id", "article").text
    assert "</script><script>window.broken = 1</script>" in shown
    assert "{{ 7 * 7 }}" in shown
    # Overrides are shown by name, and the letters they would turn round stand in their own order.
    assert texts(driver, "#article .control") == [""] * 4
    names = driver.execute_script(
        "return [...document.querySelectorAll('#article .control')].map((e) => e.dataset.control)"
    )
    assert names == ["RLO", "PDF", "RLI", "PDI"]
    assert driver.execute_script("return /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)") is False


def test_nothing_but_its_own_script_runs_and_nothing_is_fetched(show: Show) -> None:
    driver = show(written.english())
    blocked = driver.execute_async_script(
        """
        const done = arguments[0];
        const found = [];
        document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
        const script = document.createElement("script");
        try { script.text = "window.broken = 1"; document.body.append(script); } catch { found.push("trusted types"); }
        try { document.body.insertAdjacentHTML("beforeend", "<i></i>"); } catch { found.push("trusted types"); }
        fetch("data:,x").catch(() => found.push("fetch"));
        setTimeout(() => done([found, window.broken ?? null]), 300);
        """
    )
    assert blocked[1] is None
    assert "trusted types" in blocked[0]
    assert "connect-src" in blocked[0]
    assert "fetch" in blocked[0]
    driver.get_log("browser")  # the violations provoked here


def test_a_word_of_a_million_letters_and_an_article_without_any(show: Show) -> None:
    start = time.monotonic()
    driver = show(written.plain(f"Start {'x' * 1_000_000} end", "long"), written.plain("–", "bare"))
    assert time.monotonic() - start < 15
    width = driver.execute_script(
        "const a = document.getElementById('article-scroll'); return a.scrollWidth - a.clientWidth"
    )
    assert width <= 0
    keys(driver, "J")
    settle(driver)
    assert driver.find_element("id", "article").text == "–"


# Many, and for everyone


def test_two_thousand_records_open_within_two_seconds_and_scroll_smoothly(chromium: Any, tmp_path: Path) -> None:
    from pipeline.review.page import write_page

    page = tmp_path / "many.html"
    write_page(written.many(2000), page)
    assert page.stat().st_size < 25_000_000
    chromium.get(page.as_uri())
    settle(chromium)
    first = chromium.execute_script("return performance.getEntriesByName('first-article')[0].startTime")
    assert first < 2000, f"the first article came after {first:.0f} ms"
    assert len(chromium.find_elements("css selector", ".row")) < 40
    long_tasks = chromium.execute_async_script(
        """
        const done = arguments[0];
        const found = [];
        new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
        const list = document.getElementById("list");
        let step = 0;
        const scroll = () => {
          list.scrollTop += 700;
          if (++step < 120) requestAnimationFrame(scroll);
          else setTimeout(() => done(found), 200);
        };
        scroll();
        """
    )
    assert sum(duration > 100 for duration in long_tasks) <= 2, long_tasks
    last = chromium.execute_script("const l = document.getElementById('list'); l.scrollTop = 1e9; return l.scrollTop")
    assert last > 100_000
    time.sleep(0.2)
    assert "1999" in texts(chromium, ".row:last-child")[0] or chromium.find_elements("id", "article-1999")
    chromium.find_element("id", "article-1999").click()
    settle(chromium)
    assert "2000 of 2000" in chromium.find_element("id", "article-title").text


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["article", "item", "form", "help", "overview"])
def test_axe_finds_nothing_serious(show: Show, theme: str, state: str) -> None:
    driver = show(written.english(), written.arabic(), written.hostile())
    driver.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    keys(driver, *{"article": "", "item": "jajrjJ", "form": "jc", "help": "?", "overview": "v"}[state])
    axe = files("selenium_axe_python").joinpath("axe-core", "axe.min.js").read_text(encoding="utf-8")
    driver.execute_script(axe)
    found = driver.execute_async_script("axe.run().then((found) => arguments[0](found.violations))")
    serious = [
        (violation["id"], node["html"][:160], node["failureSummary"])
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert serious == []


def test_the_theme_follows_the_system_and_can_be_chosen(show: Show) -> None:
    driver = show(written.english())
    paper = "return getComputedStyle(document.body).backgroundColor"
    for scheme, expected in (("dark", "rgb(22, 24, 29)"), ("light", "rgb(255, 255, 255)")):
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        assert driver.execute_script(paper) == expected
    keys(driver, "t", "t")
    assert driver.execute_script(paper) == "rgb(22, 24, 29)"


def test_the_overview_draws_all_three(show: Show) -> None:
    driver = show(written.english("a"), written.english("b"), written.arabic())
    keys(driver, "v")
    assert texts(driver, "#overview h2") == [
        "Figures by measure over time",
        "Parties by agreements",
        "Agreements over time",
    ]
    assert len(driver.find_elements("css selector", "#overview .event")) == 3
    assert len(driver.find_elements("css selector", "#overview .edge")) == 3
    labels = texts(driver, "#overview text")
    assert "الأردن" in labels
    assert "Oman" in labels
