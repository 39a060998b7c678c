"""Style sheets and scripts: bundled, minified, and without the rules that no page needs."""
