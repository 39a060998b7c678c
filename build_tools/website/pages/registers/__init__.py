"""The pages of discrepancies and quotations, their indexes, and their sections on other pages."""
