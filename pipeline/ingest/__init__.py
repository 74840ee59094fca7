"""Files to articles: one module per format; decoding and main-text extraction by libraries."""
