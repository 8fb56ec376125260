"""What five published articles do, and which of it is held: rows with expectations, and what is drawn judged by them."""
