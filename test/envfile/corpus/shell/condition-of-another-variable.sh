if [ -f x ]; then
  A=1
fi
TARGET=old
