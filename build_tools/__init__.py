"""Seeds and entries become documents, mentions, pages.

The rooms stand on floors, and an import may only point down:

    __main__ · cli, hook                                    edges: the command line and MkDocs
    changes                                                 two revisions compared: what an edit does to the edition
    pipeline                                                the flow, on one screen
    pages, search, writing, schemas                         values become Markdown pages, the search index, files, schemas
    annotation, explanations, suggestions                   values become answers: what is linked, why, what is missing
    scaffolds, quotable                                     drafts of hand-written files; texts to check quotations in
    segmentation, alignment, matching, concordance, …       pure functions
    anchoring, locking, style, figures, bibliography, …     more of them: what is quoted, published, written, counted, cited
    sources, glossary, prose, history                       what people wrote and when, read and checked
    front_matter, folding, findings, inert, model           YAML as text, text made comparable, faults, frozen types
"""
