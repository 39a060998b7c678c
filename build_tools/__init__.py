"""Seeds and entries become documents, mentions, pages.

The rooms stand on floors, and an import may only point down:

    __main__ · cli, hook                                    edges: the command line and MkDocs
    pipeline                                                the flow, on one screen
    pages, writing                                          values become Markdown pages, pages become files
    annotation, explanations, suggestions                   values become answers: what is linked, why, what is missing
    segmentation, alignment, matching, concordance, …       pure functions
    sources, glossary, prose, history                       what people wrote and when, read and checked
    front_matter, folding, findings, model                  YAML as text, text made comparable, faults, frozen types
"""
