"""The languages whose words jobglot knows, a module each: see `language`."""
