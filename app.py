"""The web app: `streamlit run app.py`, or `pathways app`."""

from explorer.web import run

run()
