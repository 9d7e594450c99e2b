f() {
  local A=1
}
TARGET=old
