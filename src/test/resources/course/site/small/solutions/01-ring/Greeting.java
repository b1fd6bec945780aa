void main() { IO.println("the secret solution"); }
