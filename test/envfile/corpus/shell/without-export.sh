A=1
TARGET=old
export A TARGET
