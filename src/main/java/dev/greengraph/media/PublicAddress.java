package dev.greengraph.media;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses of the internet belong to everybody: those of the registries of IANA that are reachable from anywhere. */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            new Block(0x00000000, 8), // this network
            new Block(0x0a000000, 8), // private
            new Block(0x64400000, 10), // carriers' own
            new Block(0x7f000000, 8), // loopback
            new Block(0xa9fe0000, 16), // link-local, metadata services
            new Block(0xac100000, 12), // private
            new Block(0xc0000000, 24), // protocols
            new Block(0xc0000200, 24), // documentation
            new Block(0xc0586300, 24), // 6to4 relays
            new Block(0xc0a80000, 16), // private
            new Block(0xc6120000, 15), // measurements
            new Block(0xc6336400, 24), // documentation
            new Block(0xcb007100, 24), // documentation
            new Block(0xe0000000, 3)); // multicast, reserved, broadcast

    private PublicAddress() {}

    private record Block(int prefix, int bits) {
        boolean holds(int address) {
            return (address ^ prefix) >>> (32 - bits) == 0;
        }
    }

    /** Whether it is one of them. A mapped address (::ffff:10.0.0.1) is the one that it maps, as Java reads it. */
    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int address = number(bytes, 0) << 16 | number(bytes, 2);
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(address));
    }

    /** Of 2000::/3, without protocols and tunnels (2001::/23), documentation, and 6to4, which holds an IPv4 address. */
    private static boolean isPublic6(byte[] bytes) {
        int first = number(bytes, 0);
        int second = number(bytes, 2);
        boolean isGlobal = (first & 0xe000) == 0x2000;
        boolean isProtocol = first == 0x2001 && second < 0x0200;
        boolean isDocumentation = (first == 0x2001 && second == 0x0db8) || first == 0x3fff;
        return isGlobal && !isProtocol && !isDocumentation && first != 0x2002;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
