"""The Word round trip measured on real files; see `python -m benchmarks.word --help`."""
