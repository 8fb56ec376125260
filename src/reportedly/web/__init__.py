"""The web page: one file per page, each with its twins in JSON and CSV. It only reads; nothing is fetched from anywhere."""
