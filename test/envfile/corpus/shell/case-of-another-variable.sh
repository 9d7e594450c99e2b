case "$X" in
  a) A=1 ;;
  (b|c) A="2)" ;;
  *) ;;
esac
TARGET=old
