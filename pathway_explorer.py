"""Not a part of the wheel: its name leads Streamlit to the pyproject.toml beside it in a checkout.

Streamlit serves a component's files only where it finds, in a package named as the project, which they are.
"""
