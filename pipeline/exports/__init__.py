"""Records in the formats of other tools; docs/exports.md describes the columns and which offsets each tool counts."""
