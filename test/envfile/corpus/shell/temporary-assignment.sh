TARGET=not this cmd
TARGET=old
A=1 cmd TARGET=x
