print("no self-test yet")
