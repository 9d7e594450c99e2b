PATH_add bin
use node
export TARGET=old

layout python
