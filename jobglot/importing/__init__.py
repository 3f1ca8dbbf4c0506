"""From notices to postings: pasted texts, HTML pages, structured data, tables and feeds become content files.

The story is `story`; `notice` tells how a pasted text is read, the other readers how data are.
"""
