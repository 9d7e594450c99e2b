cat <<'EOF' >/dev/null
TARGET=not this
it's
EOF
TARGET=old
