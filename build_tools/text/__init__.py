"""Characters: folding, scripts, sentences, Markdown, HTML, escaping. Each idea is written once, here."""
