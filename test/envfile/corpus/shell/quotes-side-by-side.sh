TARGET='it'"'"'s 'old
B=2
