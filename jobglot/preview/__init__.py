"""The preview: the board as a build would make it, drawn page by page when a browser asks for a page."""
