"""CAMeL Tools' Arabic NER, or any BERT token classifier: the model and tokenizer of a folder, batched by us.

NERecognizer.predict pads every sentence to 256 pieces and drops the label of a word without pieces, which shifts all later
ones (camel_tools#105). Here sentences are sorted by length, padded to their batch, and every word keeps its own label.
torch and transformers are imported when the engine is first used.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.entities.labels import bio_label
from pipeline.errors import EntityError

BATCH_PIECES = 2_048
PIECES = 254  # 256 with [CLS] and [SEP], as the model was trained
INSTALL = "camel_data -i ner-arabert"


class Row(NamedTuple):
    """What the model reads at once: `heads` are (word, position of its first piece), [CLS] at position 0."""

    sentence: int
    heads: list[tuple[int, int]]
    ids: list[int]


@dataclass(frozen=True)
class BertTagger:
    """A token classifier; `name` and `version` go into the record."""

    name: str
    version: str
    model: Any
    tokenizer: Any
    labels: tuple[str, ...]

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """BIO tags (PER, ORG, LOC) for every word of every sentence."""
        tags = [["O"] * len(sentence) for sentence in sentences]
        pieces = self._pieces(sentences)
        rows = [row for number, sentence in enumerate(sentences) for row in cut_rows(number, sentence, pieces)]
        rows.sort(key=lambda row: len(row.ids))
        for batch in _batches(rows):
            for row, best in zip(batch, self._predict([row.ids for row in batch]), strict=True):
                for word, position in row.heads:
                    tags[row.sentence][word] = self.labels[best[position]]
        return tags

    def _pieces(self, sentences: Sequence[Sequence[str]]) -> dict[str, list[int]]:
        """Ids of the word-pieces of each different word; empty for a word that the tokenizer drops."""
        different = dict.fromkeys(word for sentence in sentences for word in sentence)
        convert = self.tokenizer.convert_tokens_to_ids
        return {word: convert(self.tokenizer.tokenize(word)) for word in different}

    def _predict(self, rows: list[list[int]]) -> list[list[int]]:
        """The best label of each position, [CLS] first."""
        import torch  # seconds to load: only who asks for this engine pays

        start, end, blank = (
            self.tokenizer.cls_token_id,
            self.tokenizer.sep_token_id,
            self.tokenizer.pad_token_id,
        )
        width = max(map(len, rows)) + 2
        ids = torch.full((len(rows), width), blank, dtype=torch.long)
        mask = torch.zeros((len(rows), width), dtype=torch.long)
        for number, row in enumerate(rows):
            ids[number, : len(row) + 2] = torch.tensor([start, *row, end])
            mask[number, : len(row) + 2] = 1
        with torch.inference_mode():
            best = self.model(input_ids=ids, attention_mask=mask).logits.argmax(-1)
        return [list(map(int, row)) for row in best]


def cut_rows(number: int, sentence: Sequence[str], pieces: dict[str, list[int]]) -> list[Row]:
    """A sentence as rows of at most `PIECES` word-pieces, cut between words."""
    rows: list[Row] = []
    heads: list[tuple[int, int]] = []
    ids: list[int] = []
    for word, token in enumerate(sentence):
        own = pieces[token][:PIECES]
        if ids and len(ids) + len(own) > PIECES:
            rows.append(Row(number, heads, ids))
            heads, ids = [], []
        if own:
            heads.append((word, len(ids) + 1))
            ids = ids + own
    return [*rows, Row(number, heads, ids)] if ids else rows


def _batches(rows: list[Row]) -> list[list[Row]]:
    """Neighbours in length together, each batch at most `BATCH_PIECES` with its padding."""
    batches: list[list[Row]] = []
    for row in rows:
        if batches and (len(batches[-1]) + 1) * (len(row.ids) + 2) <= BATCH_PIECES:
            batches[-1].append(row)
        else:
            batches.append([row])
    return batches


def camel_folder() -> Path:
    """Where `camel_data` puts the NER model of CAMeL Tools."""
    home = os.environ.get("CAMELTOOLS_DATA")
    return (Path(home).expanduser() if home else Path.home() / ".camel_tools") / "data" / "ner" / "arabert"


@cache
def load_bert(choice: str) -> BertTagger:
    """The engine named `camel`, `camel:FOLDER` or a folder. Raises EntityError where there is no model."""
    path = choice.removeprefix("camel").removeprefix(":")
    folder = Path(path).expanduser() if path else camel_folder()
    if not (folder / "config.json").is_file():
        raise EntityError(
            f"no Arabic NER model in {folder}: install CAMeL Tools' own with `{INSTALL}`, or name a folder with camel:PATH"
        )
    try:
        from transformers import BertForTokenClassification, BertTokenizer, logging  # seconds to load
    except ImportError as error:
        raise EntityError("the camel engine needs torch and transformers: `pip install camel-tools`") from error
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model: Any = BertForTokenClassification.from_pretrained(folder, local_files_only=True)
        model.eval()
        tokenizer = BertTokenizer.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError) as error:
        raise EntityError(f"{folder} holds no BERT token classifier: {error}") from error
    names = model.config.id2label
    return BertTagger(
        "camel-bert", folder.name, model, tokenizer, tuple(bio_label(names[n]) for n in range(len(names)))
    )
