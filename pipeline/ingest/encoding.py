"""Bytes to text: UTF-8, UTF-16, UTF-32, windows-1256, windows-1252, ISO-8859-6, and files that mix them."""

import codecs
from dataclasses import dataclass

import regex

from models.record import Warning
from pipeline.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "gzip data under a name without .gz"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a SQLite database"),
)
# Names that pages declare, and what browsers read them as (WHATWG Encoding Standard, "names and labels").
_DECLARED = {
    "windows-1256": "windows-1256",
    "cp1256": "windows-1256",
    "x-cp1256": "windows-1256",
    "iso-8859-6": "iso-8859-6",
    "iso8859-6": "iso-8859-6",
    "asmo-708": "iso-8859-6",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-15": "iso-8859-15",
    "windows-1250": "windows-1250",
    "windows-1251": "windows-1251",
    "windows-1254": "windows-1254",
    "windows-1255": "windows-1255",
    "iso-8859-9": "windows-1254",
    "koi8-r": "koi8-r",
    "gbk": "gbk",
    "gb2312": "gbk",
    "gb18030": "gb18030",
    "big5": "big5",
    "shift_jis": "shift_jis",
    "euc-jp": "euc-jp",
    "euc-kr": "euc-kr",
}
_SAMPLE = 65_536  # bytes that a guess looks at
_MAX_CONTROL = 0.02  # share of control characters that text may have; random bytes have about 0.1

_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_MULTIBYTE = regex.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = regex.compile(rb"[\x80-\xff]{2,}")
_LATIN_LETTER = regex.compile(rb"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
_ARABIC = regex.compile(r"[\u0621-\u063a\u0641-\u064a]")
# The ten letters that make up about two thirds of running Arabic (counted over the Arabic domain corpus of this project).
_FREQUENT = regex.compile("[اليمونرتبه]")
_FOREIGN = regex.compile(r"[\p{L}--[\u0600-\u06ff]]", regex.V1)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it came in, and what could not be decoded."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, byte order mark left out; `declared` is the charset that the file names for itself.

    Raises IngestError for binary data and for encodings that cannot be told.
    """
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise IngestError(f"not text: {kind}")
    return _checked(_decoded(data, declared))


def wide_encoding(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of a file that begins with `head`, with a byte order mark or without; else None."""
    for mark, name in _MARKS[1:]:
        if head.startswith(mark):
            return name
    if b"\0" not in head:
        return None
    even = head[: len(head) // 2 * 2]
    for name in ("utf-16-le", "utf-16-be"):
        text = even.decode(name, errors="replace")
        if text and sum(map(_is_plain, text)) > 0.8 * len(text):
            return name
    return None


def _is_plain(character: str) -> bool:
    return character in "\n\r\t" or " " <= character <= "~" or "\u00a0" <= character <= "\u06ff"


def _decoded(data: bytes, declared: str | None) -> Decoded:
    wide = wide_encoding(data[:_SAMPLE])
    if wide:
        return _lossy(data, wide)
    if b"\0" in data:
        raise IngestError("not text: binary data with NUL bytes")
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (known := _DECLARED.get(declared.strip().lower())):
        return _lossy(data, known)
    if _MULTIBYTE.search(data) and any(_holds_utf8(line) for line in data.splitlines()):
        return _mixed(data)
    return _lossy(data, _legacy_encoding(data))


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    lost = text.count("\ufffd")
    if not lost:
        return Decoded(text, encoding)
    message = f"{lost} bytes or characters are no {encoding} and were replaced"
    return Decoded(text, encoding, (Warning(code="undecodable_bytes", message=message),))


def _holds_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8 for the most part: the sequences that are valid outnumber the bytes that are not.

    "شركة" in windows-1256 is D4 D1 DF C9: no sequence of it is UTF-8, and no line of running Arabic becomes so.
    """
    valid = len(_MULTIBYTE.findall(line))
    return valid > sum(byte >= 0x80 for byte in _MULTIBYTE.sub(b"", line))


def _mixed(data: bytes) -> Decoded:
    """Text whose lines come in different encodings, as where exports were joined; each line is read as what it is."""
    lines, legacy = [], dict[str, None]()
    for line in data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            encoding = "utf-8" if _holds_utf8(line) else _legacy_encoding(line)
            lines.append(line.decode(encoding, errors="replace"))
            legacy.setdefault(encoding)
    text, warnings = "".join(lines), []
    others = [name for name in legacy if name != "utf-8"]
    if others:
        message = f"the file mixes UTF-8 and {' and '.join(others)}; each line was read as what it is"
        warnings.append(Warning(code="mixed_encodings", message=message))
    if lost := text.count("\ufffd"):
        message = f"{lost} bytes or characters are no UTF-8 and were replaced"
        warnings.append(Warning(code="undecodable_bytes", message=message))
    return Decoded(text, "utf-8", tuple(warnings))


def _legacy_encoding(data: bytes) -> str:
    """The single-byte encoding of `data`, which is no UTF-8.

    Arabic words are runs of high bytes, with the letters of running Arabic when decoded rightly; in Western European
    text a high byte stands alone among ASCII letters ("coopération").
    """
    sample = data[:_SAMPLE] if _HIGH_RUN.search(data, 0, _SAMPLE) else data
    arabic = sum(len(run) for run in _HIGH_RUN.findall(sample))
    if arabic > len(_LATIN_LETTER.findall(sample)):
        best = max(("windows-1256", "iso-8859-6"), key=lambda name: _arabic_likeness(sample, name))
        if _arabic_likeness(sample, best) > 0.4:
            return best
        return _guess(sample) or _refuse()
    return "windows-1252"


def _arabic_likeness(data: bytes, encoding: str) -> float:
    """Share of frequent Arabic letters among the letters of the runs of high bytes, less the share of foreign ones."""
    runs = b" ".join(_HIGH_RUN.findall(data)).decode(encoding, errors="replace")
    arabic, foreign = len(_ARABIC.findall(runs)), len(_FOREIGN.findall(runs)) + runs.count("\ufffd")
    return (len(_FREQUENT.findall(runs)) - foreign) / max(1, arabic + foreign)


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to load and seldom needed

    best = from_bytes(data).best()
    return best.encoding if best else None


def _refuse() -> str:
    raise IngestError("not text: the encoding cannot be told (tried UTF-8, UTF-16, windows-1256, windows-1252)")


def _checked(decoded: Decoded) -> Decoded:
    """The text, where it is one. Raises IngestError where control characters show binary data."""
    controls = len(_CONTROL.findall(decoded.text))
    if controls > _MAX_CONTROL * len(decoded.text) + 1:
        raise IngestError(f"not text: {controls} control characters among {len(decoded.text)} characters")
    return decoded
