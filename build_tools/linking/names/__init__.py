"""What a person's name is made of: given name and family name, initials, other orders and romanisations."""

from build_tools.linking.names.persons import SUFFIXES, Person, first_parts, person_of, write_names
from build_tools.linking.names.romanisation import same_syllables, spell_families

__all__ = ["SUFFIXES", "Person", "first_parts", "person_of", "same_syllables", "spell_families", "write_names"]
