class GreetingCheck {
    // every class has a check
}
