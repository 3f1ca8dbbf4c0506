"""From notices to postings: pasted texts, HTML pages, structured data, tables and feeds become content files.

The story is `story`; `incoming` says who reads which file, `notice` how a pasted text is read, the readers of pages,
tables and feeds how data are.
"""
