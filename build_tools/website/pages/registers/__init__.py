"""The pages of discrepancies and quotations, and their sections on other pages."""
