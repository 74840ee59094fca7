"""A headless Chromium with a fresh profile, and pages of hand-written records to open in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import settle

from models import Record
from pipeline.review.page import write_page

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1500,950"
)


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[Any]:
    if not (CHROMIUM and DRIVER):
        pytest.fail("Chromium and chromedriver are needed: make browser installs them")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page of the given records and returns the browser once the first article is shown."""

    def opened(*records: Record) -> Any:
        page = tmp_path / "review.html"
        write_page(records, page)
        chromium.get(page.as_uri())
        settle(chromium)
        return chromium

    yield opened
    chromium.execute_script("localStorage.clear()")  # which all pages from files share
    log = [line["message"] for line in chromium.get_log("browser") if line["level"] in ("SEVERE", "WARNING")]
    # Leaving a page with unsaved corrections asks first, which Chromium leaves out where no one has touched the page.
    problems = [message for message in log if "beforeunload" not in message]
    assert not problems, "the page's console must stay silent"
