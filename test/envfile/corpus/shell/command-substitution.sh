A=$(echo ")" ')' # it's
)
TARGET="$(date)"
B=`echo "x"`
