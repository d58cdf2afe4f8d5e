"""How fast Angka is, beside what else could be used: ``python -m bench``."""
