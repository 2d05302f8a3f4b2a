"""Report -> bytes or text, one module a format."""
