[[ -z "$A" && ( -n "$B" || x < y ) ]] && A=1
TARGET=old
