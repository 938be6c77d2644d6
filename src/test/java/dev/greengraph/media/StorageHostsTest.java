package dev.greengraph.media;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.media.address.MediaConfig;
import dev.greengraph.media.address.MediaSettings;
import io.smallrye.config.WithDefault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageHostsTest {

    private final StorageHosts hosts = new StorageHosts(MediaSettings.of("a secret of at least 32 characters"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media-7103.storage.example.com/a.jpg?X-Amz-Expires=1",
                "HTTPS://MEDIA-7103.storage.example.com:443/a.jpg",
                "https://files.example.com/a b.jpg",
                "http://127.0.0.1:7391/_media/a.jpg",
            })
    void takesTheHostsOfTheSettings(String address) {
        assertTrue(StorageLink.of(address).filter(hosts::allow).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.com/a.jpg",
                "https://files.example.com:8443/a.jpg",
                "https://files.example.com.evil.example/a.jpg",
                "https://evilfiles.example.com/a.jpg",
                "https://media-x.evil.storage.example.com/a.jpg",
                "https://media-7103.storage.example.com@evil.example/a.jpg",
                "https://user:pass@files.example.com/a.jpg",
                "https://evil.example/?files.example.com",
                "https://evil.example#files.example.com",
                "http://127.0.0.1:7392/a.jpg",
                "https://127.0.0.1:7391/a.jpg",
                "http://localhost:7391/a.jpg",
                "http://169.254.169.254/latest/meta-data",
                "https://[::1]/a.jpg",
                "file:///etc/passwd",
                "ftp://files.example.com/a.jpg",
                "//files.example.com/a.jpg",
                "{{SWE002}}",
                "",
            })
    void takesNoOther(String address) {
        assertFalse(StorageLink.of(address).filter(hosts::allow).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
            })
    void connectsToNoAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertFalse(hosts.allow(link("https://files.example.com/a.jpg"), InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a02:6b8::1",
                "2001:4860::8888",
            })
    void connectsToPublicAddresses(String address) throws UnknownHostException {
        assertTrue(hosts.allow(link("https://files.example.com/a.jpg"), InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1"})
    void aTrustedOriginMayBeAnywhere(String address) throws UnknownHostException {
        assertTrue(hosts.allow(link("http://127.0.0.1:7391/a.jpg"), InetAddress.getByName(address)));
    }

    /** As they stand in answers of the upstream, in its manual, and in what its clients have recorded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sw-media.storage.greenapi.net",
                "sw-media.storage.yandexcloud.net",
                "sw-media-1101.storage.yandexcloud.net",
                "sw-media-out.storage.yandexcloud.net",
                "sw-mediaout-1103.storage.yandexcloud.net",
                "media-7103.storage.yandexcloud.net",
                "mediaout-3100.storage.yandexcloud.net",
                "sw-media-7103.storage.yandexcloud.kz",
                "do-media-7103.fra1.digitaloceanspaces.com",
                "do-mediaout-7107.fra1.digitaloceanspaces.com",
            })
    void theDefaultsAreTheStoragesOfTheUpstream(String host) throws NoSuchMethodException {
        assertTrue(defaults().allow(link("https://" + host + "/1101000000/a.jpg")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.green-api.com",
                "storage.yandexcloud.net",
                "other.storage.yandexcloud.net",
                "fra1.digitaloceanspaces.com",
                "other.fra1.digitaloceanspaces.com",
                "sw-media.storage.greenapi.net.evil.example",
            })
    void theDefaultsLeaveOutWhatBelongsToOthersAndTheApiItself(String host) throws NoSuchMethodException {
        assertFalse(defaults().allow(link("https://" + host + "/waInstance9075/downloadFile/1")));
    }

    private static StorageHosts defaults() throws NoSuchMethodException {
        WithDefault hosts = MediaConfig.class.getMethod("hosts").getAnnotation(WithDefault.class);
        return new StorageHosts(MediaSettings.of("a secret of at least 32 characters")
                .fetchedFrom(Set.of(hosts.value().split(","))));
    }

    private static StorageLink link(String address) {
        Optional<StorageLink> link = StorageLink.of(address);
        return link.orElseThrow();
    }
}
