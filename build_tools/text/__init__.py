"""Read and write text: folding, scripts, sentences, dates, Markdown, HTML, escaping. Each rule exists once, here."""
