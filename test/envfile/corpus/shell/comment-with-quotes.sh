# it's "fine
TARGET=old # isn't it
