package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.live.Addresses.Open;
import course.script.Complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/** What the lecturer is told is open, and to whom; nothing is opened here. */
class AddressesTest {
    private static Addresses of(String host) throws UnknownHostException {
        return Addresses.of(InetAddress.getByName(host), 8080);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1:8080", "127.0.0.2, 127.0.0.2:8080", "::1, [::1]:8080"})
    void theLoopbackIsThisMachinesOnly(String host, String called) throws UnknownHostException {
        Addresses addresses = of(host);
        assertEquals("http://" + called + "/", addresses.followers());
        assertEquals("http://" + called + "/present#t", addresses.presenter("t"));
        assertEquals(
                List.of("open to this machine only; with --host ADDR, to those who reach that"
                        + " address"),
                addresses.told());
        for (String name : List.of(called, "localhost:8080", "LOCALHOST:8080")) {
            assertTrue(addresses.knows(name), name);
        }
        for (String name : List.of("localhost", "localhost:80", "192.0.2.1:8080")) {
            assertFalse(addresses.knows(name), name);
        }
    }

    @Test
    void allAddressesAreToldEachWithItsNet() throws UnknownHostException {
        Addresses addresses = of("0.0.0.0");
        String told = "open at http://\\S+:8080/ to everyone in [0-9a-f.:]+/\\d+, unencrypted";
        for (String line : addresses.told()) {
            assertTrue(addresses.open().isEmpty() || line.matches(told), line);
        }
        assertTrue(addresses.presenter("t").startsWith("http://127.0.0.1:8080/"),
                "the lecturer comes by the loopback");
        assertTrue(addresses.open().stream().map(Open::address)
                .noneMatch(InetAddress::isLoopbackAddress));
    }

    /** As a browser writes it, whatever was typed: its Host would not be known otherwise. */
    @ParameterizedTest
    @CsvSource({
        "fd00:0:0:0:0:0:0:5, [fd00::5]", "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]",
        "2001:0:0:1:0:0:0:1, [2001:0:0:1::1]", "1:2:3:4:5:6:7:8, [1:2:3:4:5:6:7:8]",
        "fe80:0:0:0:0:0:0:0, [fe80::]", "1:0:3:4:5:6:7:8, [1:0:3:4:5:6:7:8]"
    })
    void aLongAddressIsWrittenShort(String typed, String written) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(typed);
        Addresses addresses = new Addresses(
                address, 8080, List.of(new Open(address, "fd00::/64")), Set.of());
        assertEquals("http://" + written + ":8080/", addresses.followers());
        assertEquals(
                List.of("open at http://" + written + ":8080/ to everyone in fd00::/64,"
                        + " unencrypted"),
                addresses.told());
    }

    @Test
    void anotherMachinesAddressIsRefused() {
        Complaint complaint = assertThrows(Complaint.class, () -> of("192.0.2.1"));
        assertEquals("--host: 192.0.2.1 is no address of this machine", complaint.getMessage());
    }
}
