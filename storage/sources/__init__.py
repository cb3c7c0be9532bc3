"""What is polled: what a source announced, may have lost and was heard to say. The door is state.py."""
