"""Step `lexicon`: word clusters from raw text, name tokens, casing; written as one small table beside the model."""

import gzip
import itertools
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import regex
from scipy.sparse import coo_matrix, csr_matrix, hstack  # type: ignore[import-untyped]
from sklearn.cluster import AgglomerativeClustering, MiniBatchKMeans  # type: ignore[import-untyped]
from sklearn.utils.extmath import randomized_svd  # type: ignore[import-untyped]
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from models.training.corpora import Example
from pipeline.entities.arabic import readings
from pipeline.entities.clitics import CLITICS, candidates
from pipeline.findings import Lang
from pipeline.text import fold, normalise

RAW = {
    "en": ("en_senate_press_releases.jsonl.gz", "en_wikinews.jsonl", "en_ntrex.jsonl"),
    "ar": ("ar_wiki.jsonl", "ar_ntrex.jsonl"),
}
VOCABULARY = {"en": (45_000, 10), "ar": (40_000, 4)}
CONTEXT_WORDS = 2_000
DIMENSIONS = 100
GRAINS = (1_000, 200, 50)
LEAST_ZIPF = 2.0
SEED = 20_251_121
_WORD = regex.compile(r"\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['&][\p{L}]+)*|\S")
Sentences = Iterable[list[str]]


def raw_sentences(data: Path, lang: Lang) -> Iterator[list[str]]:
    """Lines of the raw text as tokens, case kept."""
    for name in RAW[lang]:
        path = data / "raw" / name
        content = path.read_bytes()
        for line in (gzip.decompress(content) if path.suffix == ".gz" else content).decode().splitlines():
            for part in regex.split(r"\n+|(?<=[.!?؟])\s", json.loads(line)["text"]):
                if part.strip():
                    yield _WORD.findall(normalise(part).text.replace("'s ", " 's "))


def base_forms(counts: Counter[str]) -> dict[str, str]:
    """Arabic words to the form without proclitics where that form is the commoner one."""
    bases = {}
    for word, count in counts.items():
        for reading in readings(word)[1:]:
            if counts[reading] > count:
                bases[word] = reading
                break
    return bases


def embed(sentences: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """A vector per word: truncated SVD of positive mutual information with the words at -2, -1, +1, +2."""
    ids = {word: number for number, word in enumerate(vocabulary)}
    stream = np.fromiter(
        (ids.get(word, -1) for sentence in sentences for word in (*sentence, "\n", "\n")), dtype=np.int64
    )
    blocks: list[csr_matrix] = []
    for shift in (-2, -1, 1, 2):
        centre, other = (stream[-shift:], stream[:shift]) if shift < 0 else (stream[:-shift], stream[shift:])
        kept = (centre >= 0) & (other >= 0) & (other < CONTEXT_WORDS)
        ones = np.ones(int(kept.sum()))
        shape = (len(vocabulary), CONTEXT_WORDS)
        blocks.append(coo_matrix((ones, (centre[kept], other[kept])), shape=shape).tocsr())
    counts = hstack(blocks).tocsr()
    rows, columns = np.asarray(counts.sum(axis=1)).ravel(), np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    total = columns.sum()
    cells = counts.tocoo()
    values = np.log(cells.data * total / (rows[cells.row] * columns[cells.col]))
    cells.data = np.maximum(values, 0)
    u, s, _ = randomized_svd(cells.tocsr(), n_components=DIMENSIONS, random_state=SEED)
    vectors = u * np.sqrt(s)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


def cluster(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Fine cluster of each word, and the middle and coarse cluster of each fine one."""
    means = MiniBatchKMeans(GRAINS[0], random_state=SEED, batch_size=4096, n_init=3).fit(vectors)
    middle = AgglomerativeClustering(GRAINS[1]).fit_predict(means.cluster_centers_)
    coarse = AgglomerativeClustering(GRAINS[2]).fit_predict(means.cluster_centers_)
    return means.labels_, middle, coarse


def casing(sentences: Sentences) -> dict[str, str]:
    """Letter for how often running text writes a word with a capital: u always, t mostly, m at times, l never."""
    capital, small = Counter[str](), Counter[str]()
    for sentence in sentences:
        if sum(word.isupper() for word in sentence) > len(sentence) / 2:
            continue
        for before, word in itertools.pairwise(sentence):
            if word[0].isalpha() and (before[0].isalnum() or before in ",'s"):
                (capital if word[0].isupper() else small)[word.lower()] += 1
    letters = {}
    for word in capital | small:
        total = capital[word] + small[word]
        share = capital[word] / total
        if total >= 3:
            letters[word] = "u" if share > 0.97 else "t" if share > 0.6 else "m" if share > 0.1 else "l"
    return letters


def frequencies() -> dict[str, str]:
    """Zipf frequency (1 to 7) of Arabic words that begin like a proclitic, and of what remains of them. Source: wordfreq."""
    from wordfreq import get_frequency_dict  # needed to train only

    zipf: dict[str, float] = {}
    for word, share in get_frequency_dict("ar", wordlist="large").items():
        zipf[fold(word)] = zipf.get(fold(word), 0.0) + share
    known = {word: 9 + math.log10(share) for word, share in zipf.items() if share > 10**LEAST_ZIPF / 1e9}
    rests = _remainders(known)
    return {
        word: str(min(7, int(known[word])))
        for word in sorted(known)
        if word.isalpha() and (word[0] in CLITICS or word in rests)
    }


def _remainders(known: dict[str, float]) -> set[str]:
    return {word[cut:] for word in known for cut in candidates(word) if cut} | {
        "ا" + word[1:] for word in known if word.startswith("لل")
    }


def name_tokens(data: Path, lang: Lang) -> set[str]:
    """Single words of personal names, folded. Source: Wikidata (CC0), by way of the COLING 2018 transliteration set."""
    lines = (data / "gazetteers" / "name_tokens_wikidata_cc0.tsv").read_text(encoding="utf-8").splitlines()[1:]
    column = 0 if lang == "ar" else 1
    names = (fold(line.split("\t")[column]) for line in lines)
    return {name for name in names if len(name) > 2 and name.isalpha()}


def build_lexicon(data: Path, lang: Lang, examples: list[Example], target: Path) -> None:
    """Writes the lexicon of a language to `target` (gzip, no time stamp)."""
    sentences = list(raw_sentences(data, lang)) + [list(example.tokens) for example in examples]
    traits = casing(sentences) if lang == "en" else {}
    sentences = [[word.lower() for word in sentence] for sentence in sentences]
    counts = Counter(word for sentence in sentences for word in sentence)
    if lang == "ar":
        bases = base_forms(counts)
        sentences = [[bases.get(word, word) for word in sentence] for sentence in sentences]
        counts = Counter(word for sentence in sentences for word in sentence)
    size, least = VOCABULARY[lang]
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]
    vocabulary = [word for word, count in ordered if count >= least]
    with threadpool_limits(1):  # sums over several threads round differently from machine to machine
        fine, middle, coarse = cluster(embed(sentences, vocabulary))
    for name in name_tokens(data, lang):
        traits[name] = traits.get(name, "") + "n"
    for word, grade in frequencies().items() if lang == "ar" else ():
        traits[word] = traits.get(word, "") + grade
    rows = {word: (str(number), traits.get(word, "")) for word, number in zip(vocabulary, fine, strict=True)}
    rows |= {word: ("", letters) for word, letters in traits.items() if word not in rows}
    lines = [f"#\t{number}\t{middle[number]} {coarse[number]}\n" for number in range(GRAINS[0])]
    lines += [
        f"{word}\t{number}\t{letters}\n"
        for word, (number, letters) in sorted(rows.items())
        if "\t" not in word and word != "#"
    ]
    target.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
