cat <<EOF
TARGET=old
