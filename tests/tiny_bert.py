"""A BERT token classifier of a few kilobytes with random weights, in the layout of CAMeL Tools' own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LABELS = ("B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءؤئأإآ0123456789.,/()"


def make_bert(folder: Path, words: Sequence[str] = (), **size: int) -> Path:
    """Writes model, tokenizer and vocabulary to `folder`, the same for every run; words outside `words` are cut into letters."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *LETTERS,
        *(f"##{letter}" for letter in LETTERS),
        *words,
    ]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(7)
    shape: dict[str, Any] = {
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 64,
    }
    config = BertConfig(
        vocab_size=len(vocabulary),
        id2label=dict(enumerate(LABELS)),
        label2id={label: number for number, label in enumerate(LABELS)},
        initializer_range=0.6,
        **(shape | size),
    )
    BertForTokenClassification(config).save_pretrained(folder)
    BertTokenizer.from_pretrained(folder).save_pretrained(folder)
    return folder


def make_catalogue(folder: Path) -> Path:
    """An empty CAMeL Tools data folder: importing camel_tools.ner downloads a catalogue where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    empty: dict[str, Any] = {"version": "1.6.0", "packages": {}, "components": {}}
    (folder / "catalogue.json").write_text(json.dumps(empty), encoding="utf-8")
    return folder
