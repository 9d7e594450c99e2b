TARGET=old
unset TARGET
