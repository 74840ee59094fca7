"""A folder of articles to JSONL: work list, workers, resume, rejects, manifest, progress."""
