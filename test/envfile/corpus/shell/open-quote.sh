A="
TARGET=old
