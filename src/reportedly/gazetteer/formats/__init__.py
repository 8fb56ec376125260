"""Files that gazetteers come in, one module each: every one yields places, and names the lines that it cannot use."""
