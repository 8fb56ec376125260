"""The learned part of attribution: a small encoder that tags sources, cues and contents and links them."""
