"""The whole corpus read together and checked: seeds and entries become documents and mentions."""
