///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The seven parts of a URL, and what goes without saying
// The slide counts four parts of a URL: there may be seven, and each
// but the scheme may be missing. A URL is text: taking it apart asks
// nobody, and calls nobody.
// Slides: E-23a E-23b E-23c E-23d E-23e P-05d
// Claims: 34
void main() throws URISyntaxException, MalformedURLException {
    // tag::parts[]
    URI uri = new URI("http://user@example.org:8080/a/b?q=1#f");
    IO.println(uri);
    saw("scheme", "http", uri.getScheme());
    saw("user info", "user", uri.getUserInfo());
    saw("host", "example.org", uri.getHost());
    saw("port", "8080", uri.getPort());
    saw("path", "/a/b", uri.getPath());
    saw("query", "q=1", uri.getQuery());
    saw("fragment", "f", uri.getFragment());
    // end::parts[]

    IO.println("the port, when none is written");
    for (String scheme : List.of("http", "https", "ftp")) {
        URI bare = new URI(scheme + "://example.org");
        saw(scheme + " says", "-1", bare.getPort());
        saw(scheme + " means",
            Map.of("http", "80", "https", "443", "ftp", "21")
                .get(scheme),
            bare.toURL().getDefaultPort());
    }

    IO.println("without a host or a scheme");
    saw("mailto has the host", "none",
        new URI("mailto:ada@example.org").getHost());
    URI relative = new URI("/a");
    saw("/a has the scheme", "none", relative.getScheme());
    try {
        relative.toURL();
        saw("as a URL", "URI is not absolute", "a URL");
    } catch (IllegalArgumentException e) {
        saw("as a URL", "URI is not absolute", e.getMessage());
    }

    IO.println("an address with colons");
    URI six = new URI("http://[::1]:8080/");
    saw("host", "[::1]", six.getHost());
    saw("port", "8080", six.getPort());
}

void saw(String what, String expected, Object seen) {
    String told = seen == null ? "none" : seen.toString();
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, told));
    if (!expected.equals(told)) System.exit(1);
}
