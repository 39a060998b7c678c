"""What names do in each language: they decline, take endings and prefixes, drop capitals. The rules are data.

`data/<tag>.txt` holds the rules of one language, for its speakers to correct; `rule_files` reads it. `label_language`
says which language a label is in where nobody stated it. `label_forms` writes the forms of a label, with `declension`
for its cases; `attachments` says what may stand at a name without a space.
"""
