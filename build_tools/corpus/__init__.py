"""What people wrote, read from files: sources, the glossary, registers, pages, evidence, and when each changed."""
