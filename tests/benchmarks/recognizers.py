"""Words a second of recognizers-text over English texts: a JSON list on standard input, seconds as argument.

Run by baselines.py with the Python of an environment in which recognizers-text is installed; nothing of mithaq is there.
"""

import json
import sys
import time

from recognizers_date_time import recognize_datetime
from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension

READERS = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension, recognize_datetime)


def read(text: str) -> None:
    for reader in READERS:
        reader(text, Culture.English)


texts, budget = json.load(sys.stdin), float(sys.argv[1])
read(texts[0])
words, started = 0, time.process_time()
for text in texts[1:]:
    read(text)
    words += len(text.split())
    if time.process_time() - started > budget:
        break
print(words / (time.process_time() - started))
