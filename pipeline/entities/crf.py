"""The default engine: a linear-chain CRF per language with the lexicon beside it, from the weights in the package."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from pipeline.entities.arabic import arabic_features
from pipeline.entities.english import english_features
from pipeline.entities.features import FeatureMaker
from pipeline.entities.lexicon import Lexicon, read_lexicon
from pipeline.errors import EntityError
from pipeline.findings import Label, Lang

FOLDERS: dict[Lang, str] = {"en": "english", "ar": "arabic"}
# Begin, inside, end, single: a tagger that knows where names end holds long names together.
POSITIONS = "BIES"
LABELS: tuple[Label, ...] = ("PER", "ORG", "LOC")
MAKERS = {"en": english_features, "ar": arabic_features}


class Chunk(NamedTuple):
    """Tokens `start` to `end` (exclusive) of a sentence are a name."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True)
class CrfTagger:
    """A trained tagger; `name` and `version` go into the record."""

    name: str
    version: str
    features: FeatureMaker
    model: pycrfsuite.Tagger
    lexicon: Lexicon
    clitics: pycrfsuite.Tagger | None = None

    def read(self, tokens: Sequence[str]) -> tuple[list[str], Callable[[int, Label], float]]:
        """BIOES tags of a sentence, and how probable each label is at each token, worked out at the first question."""
        items = pycrfsuite.ItemSequence(self.features.features(tokens))
        rows: list[dict[Label, float]] = []

        def odds(index: int, label: Label) -> float:
            if not rows:
                rows.extend(self._marginals(items, len(tokens)))
            return rows[index][label]

        return [tag if tag[2:] in LABELS else "O" for tag in self.model.tag(items)], odds

    @cached_property
    def _tags(self) -> dict[Label, list[str]]:
        """The tags of the model that carry each label."""
        known = set(self.model.labels())
        return {label: [f"{p}-{label}" for p in POSITIONS if f"{p}-{label}" in known] for label in LABELS}

    def _marginals(self, items: pycrfsuite.ItemSequence, size: int) -> Iterator[dict[Label, float]]:
        tags, marginal = self._tags, self.model.marginal
        self.model.set(items)
        for place in range(size):
            yield {label: sum([marginal(tag, place) for tag in tags[label]]) for label in LABELS}


def chunks(tags: Sequence[str]) -> list[Chunk]:
    """The names in a sequence of BIO or BIOES tags; a tag that continues nothing begins a name."""
    found: list[Chunk] = []
    start = 0
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        goes_on = tag[0] in "IE" and before[0] in "BI" and tag[2:] == before[2:]
        if before != "O" and not goes_on:
            found.append(Chunk(start, index, before[2:]))  # type: ignore[arg-type]
        if tag != "O" and not goes_on:
            start = index
    return found


def weights_folder(lang: Lang) -> Path:
    """Where the weights of a language lie, in the checkout or in an installed wheel."""
    return Path(str(files("models"))) / "weights" / FOLDERS[lang]


@cache
def load_tagger(lang: Lang) -> CrfTagger:
    """The default tagger of a language, once per process. Raises EntityError where the weights are missing."""
    return read_tagger(weights_folder(lang), lang)


def read_tagger(folder: Path, lang: Lang) -> CrfTagger:
    """The tagger of a weights folder."""
    if not (folder / "model.crf").is_file():
        raise EntityError(f"no weights in {folder}: train them with `make train`, or install mithaq again")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    lexicon = read_lexicon(folder / "lexicon.tsv.gz")
    clitics = open_model(folder / "clitics.crf") if lang == "ar" else None
    return CrfTagger(
        meta["name"], meta["version"], MAKERS[lang](lexicon), open_model(folder / "model.crf"), lexicon, clitics
    )


def open_model(path: Path) -> pycrfsuite.Tagger:
    """A trained model of CRFsuite."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    return model
