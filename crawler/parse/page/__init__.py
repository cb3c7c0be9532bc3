"""A page taken apart, and nothing judged: its bytes as text (charset.py), one walk over its tree (walk.py), what that brings home (blocks.py).

What a page declares: head.py, jsonld.py, scripts.py, metadata.py. What its elements mean: tags.py, attributes.py, labels.py.
"""
