"""The commands, one module each: `NAME`, `HELP`, `options(parser)` and `run(options)`, which gives the exit code."""
