void main() { IO.println("my own secret attempt"); }
