"""Train, evaluate, shrink and export the verifier; not part of the installed package."""
