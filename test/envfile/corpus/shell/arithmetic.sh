((n = 1 + (2)))
TARGET=old
