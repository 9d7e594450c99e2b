A=(1 2 "3)")
TARGET=old
