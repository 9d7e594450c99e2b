if true; then
  TARGET=old
fi
