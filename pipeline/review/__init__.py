"""The review page: records to look at and correct in a browser, in one file that needs no network."""
