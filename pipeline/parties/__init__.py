"""From entities to places and parties: persons with role and affiliation, organisations, countries."""
