"""Makes a trained CRFsuite model smaller and its scores probabilities, in the file itself.

Layout (crf1dm.h of CRFsuite): a header of twelve numbers of four bytes, the last five the offsets of the chunks; features (20
bytes each: type, source, destination, weight as a double), labels and attributes (hash tables, left as they are), then for each
label and each attribute the numbers of its features.
"""

import struct
from pathlib import Path

import numpy as np

HEADER = struct.Struct("<12I")
FEATURE = np.dtype([("type", "<i4"), ("source", "<i4"), ("target", "<i4"), ("weight", "<f8")])
TRANSITION = 1


def refine(path: Path, factor: float, least: float) -> None:
    """Multiplies all weights by `factor` and drops state features whose weight is then below `least`: the best labels stay nearly
    all the same, and the marginals of a perceptron become probabilities."""
    model = path.read_bytes()
    header = list(HEADER.unpack_from(model))
    at_features, at_labels, _, at_label_refs, at_attribute_refs = header[7:]
    count = struct.unpack_from("<I", model, at_features + 8)[0]
    features = np.frombuffer(model, FEATURE, count, at_features + 12)
    kept = (np.abs(features["weight"]) * factor >= least) | (features["type"] == TRANSITION)
    numbers = np.where(kept, np.cumsum(kept) - 1, -1)
    slim = features[kept].copy()
    slim["weight"] *= factor
    block = model[at_features : at_features + 4] + struct.pack("<2I", 12 + slim.nbytes, len(slim)) + slim.tobytes()
    gap = model[at_features + 12 + count * FEATURE.itemsize : at_labels]
    tables = model[at_labels:at_label_refs]
    shift = len(block) - (at_labels - len(gap) - at_features)
    labels = _references(model, at_label_refs, numbers, at_label_refs + shift)
    attributes = _references(model, at_attribute_refs, numbers, at_label_refs + shift + len(labels))
    header[8:] = [
        at_labels + shift,
        header[9] + shift,
        at_label_refs + shift,
        at_label_refs + shift + len(labels),
    ]
    body = model[48:at_features] + block + gap + tables + labels + attributes
    header[1] = 48 + len(body)
    path.write_bytes(HEADER.pack(*header) + body)


def _references(model: bytes, start: int, numbers: np.ndarray, place: int) -> bytes:
    """The chunk of feature numbers at `start`, dropped features left out, for a chunk that will stand at `place`."""
    count = struct.unpack_from("<I", model, start + 8)[0]
    offsets = np.frombuffer(model, "<u4", count, start + 12)
    blocks: list[bytes] = []
    moved = np.zeros(count, "<u4")
    at = place + 12 + 4 * count
    for index, offset in enumerate(offsets):
        size = struct.unpack_from("<I", model, int(offset))[0] if offset else 0
        own = numbers[np.frombuffer(model, "<u4", size, int(offset) + 4)] if size else numbers[:0]
        own = own[own >= 0].astype("<u4")
        blocks.append(struct.pack("<I", len(own)) + own.tobytes())
        moved[index] = at
        at += len(blocks[-1])
    return model[start : start + 4] + struct.pack("<2I", at - place, count) + moved.tobytes() + b"".join(blocks)
