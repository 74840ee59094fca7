"""Calendar expressions of English and Arabic as EDTF values."""
