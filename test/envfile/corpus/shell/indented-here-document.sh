cat <<-EOF
	it's
	EOF
TARGET=old
