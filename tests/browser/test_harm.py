"""Hostile articles in a real browser: they stay text."""

import time
from collections.abc import Callable
from typing import Any

import pytest
import written
from driving import keys, settle, texts

pytestmark = pytest.mark.browser
Show = Callable[..., Any]


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
