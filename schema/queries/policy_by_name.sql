SELECT entry FROM policy WHERE policy = $1
