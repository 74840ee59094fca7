"""What a reviewer does with keyboard and mouse."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


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
    for old in downloads.iterdir():
        old.unlink()
    keys(driver, "s")
    # Chromium names a download anew where it remembers one of the same name, and gives it its name when it is whole.
    [file] = eventually(lambda: list(downloads.glob("corrections*.jsonl")))
    return [json.loads(line) for line in file.rename(downloads / "corrections.jsonl").read_text("utf-8").splitlines()]


def eventually(look: Callable[[], Any]) -> Any:
    """What `look` finds once it finds something; a slow machine has twenty seconds."""
    end = time.monotonic() + 20
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def write_records(path: Path, *records: Any) -> Path:
    path.write_text("".join(record.model_dump_json() + "\n" for record in records), encoding="utf-8")
    return path


def settle(driver: Any) -> None:
    """Wait until the article of the chosen row is laid out."""
    from selenium.webdriver.support.ui import WebDriverWait

    script = """
        const row = document.querySelector("[role=option][aria-selected=true]");
        const meta = document.querySelector("#article-title");
        return Boolean(row && meta && row.dataset.position === meta.dataset.position);
    """
    WebDriverWait(driver, 20, poll_frequency=0.05).until(lambda driver: driver.execute_script(script))
