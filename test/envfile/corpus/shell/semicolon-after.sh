TARGET=old;
B=2
