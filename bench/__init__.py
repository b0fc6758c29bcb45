"""What is promised about speed, each figure beside a bare Textual app in the same run."""
