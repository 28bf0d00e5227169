"""Files that Streamlit serves to browsers: it looks for them in the package named as the project.

There is no code here. `pyproject.toml` tells Streamlit of the folder `network`, which `explorer.components`
mounts: served once, and kept by the browser, where a script inside the page would be sent with each answer.
"""
