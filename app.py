"""Entry of the web app: `streamlit run app.py`, or `checker app`."""

from checker.ui.page import show

show()
