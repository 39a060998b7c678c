"""Read a corpus in parts that any program can drive: each part is read alone, and the parts together are the whole.

The stages, in order:

- `shard_plans` lists the texts and assigns each to a shard by its id; `shard_numbers` has the arithmetic.
- `shard_counts` counts the words and names of one shard, and merges the counts of all.
- `shard_parts` reads, cuts and links the texts of one shard, one after another; `shard_rows` writes each in rows.
- `shard_merging` puts the parts together in the order of the texts.
- `success_marks` says which results count; `shard_tasks` makes those that do not, here or in another process.
- `linked_portions` links the texts of an edition that is read as a whole.
- `executors` runs tasks in this process, in several, in copies of it, or on the workers of a scheduler.
"""
