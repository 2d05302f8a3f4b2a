"""The web app: pages on Streamlit and one viewer component. A picture frame, no rule and no parsing."""
