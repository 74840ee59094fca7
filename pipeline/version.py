"""The version of mithaq, in the one place that the package metadata and every record take it from."""

VERSION = "0.1.0"
