"""mithaq: news about cooperation, read into validated records."""

__version__ = "0.1.0"
