"""mithaq: news about cooperation, read into validated records."""

from typing import TYPE_CHECKING, Any

from pipeline.version import VERSION

__version__ = VERSION
__all__ = ["Text", "__version__", "extract", "extract_many"]

if TYPE_CHECKING:
    from pipeline.library import Text, extract, extract_many


def __getattr__(name: str) -> Any:
    """The library's functions, imported at their first use so that `import pipeline` stays quick."""
    if name in ("Text", "extract", "extract_many"):
        from pipeline import library

        return getattr(library, name)
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
