exit 0
TARGET=old
