"""Turn raw texts and glossary entries into an annotated, searchable website.

Seeds and entries become documents, mentions and pages. An import may only point to the left:

    text · model · corpus · segmentation · linking · edition · website · editing · interfaces

- `text`: works on strings
- `model`: the frozen values that the other packages exchange
- `corpus`: reads what people wrote
- `segmentation`: turns a seed into blocks
- `linking`: finds the mentions of entries in blocks
- `edition`: reads and checks everything together
- `website`: turns values into pages, search index and data files
- `editing`: helps editors with changes, suggestions, explanations and drafts
- `interfaces`: the command line and the MkDocs plugin

`edition.reading` and `website.composing` show the whole flow; docs/manual/architecture.md explains it step by step.
"""
