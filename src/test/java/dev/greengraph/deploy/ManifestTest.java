package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands below {@code deploy} is what Kubernetes accepts, and the base what we ask of it, without a cluster. */
class ManifestTest {

    private static final Path BASE = Path.of("deploy", "base");

    static Stream<Manifest> written() {
        return Kustomization.all().stream().flatMap(Kustomization::manifests);
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWhatKubernetesAccepts(Manifest manifest) {
        assertDoesNotThrow(manifest::typed);
    }

    @Test
    void keepsOurRules() throws IOException {
        assertEquals(List.of(), PodRules.brokenBy(Manifest.parse(deployment())));
    }

    @Test
    void settingsHoldNoSecret() throws IOException {
        assertEquals(List.of(), PodRules.secretsIn(settings()));
    }

    /** A key that stands in the repository would be everybody's. */
    @Test
    void settingsLetNobodyIn() throws IOException {
        assertEquals("api-key", settings().get("GREENGRAPH_AUTH_MODE"));
        assertTrue(settings().keySet().stream().noneMatch(name -> name.startsWith("GREENGRAPH_AUTH_CALLERS_")));
    }

    private static Map<String, String> settings() throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(read(BASE.resolve("greengraph.env"))));
        return settings.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, settings::getProperty));
    }

    /** Health and metrics are for the cluster: what callers reach is the port http alone. */
    @Test
    void serviceOffersNoManagement() throws IOException {
        List<V1ServicePort> ports = written()
                .flatMap(manifest -> manifest.as(V1Service.class))
                .filter(service -> service.getMetadata().getName().equals("greengraph"))
                .flatMap(service -> service.getSpec().getPorts().stream())
                .toList();

        assertEquals(
                List.of(new IntOrString("http")),
                ports.stream().map(V1ServicePort::getTargetPort).toList());
    }

    @Test
    void findsAnUnknownField() throws IOException {
        assertRefused(deployment().replace("selector:", "selektor:"), "selektor");
        assertRefused(deployment().replace("readOnlyRootFilesystem:", "readOnlyFilesystem:"), "readOnlyFilesystem");
    }

    @Test
    void findsAnUnknownFieldOfATypeThatKeepsAll() {
        assertRefused("""
                apiVersion: monitoring.coreos.com/v1
                kind: PodMonitor
                spec:
                  podMetricsEndpoints:
                    - prot: management
                """, "prot");
    }

    @Test
    void findsAMissingField() throws IOException {
        assertRefused(deployment().replaceFirst("  selector:\n    matchLabels:\n.*\n", ""), "selector");
    }

    @Test
    void findsAWrongType() throws IOException {
        assertRefused(deployment().replace("containerPort: 8080", "containerPort: http"), "http");
        assertRefused(
                deployment().replace("      containers:\n        - name", "      containers:\n          name"),
                "containers");
    }

    @Test
    void findsAKindThatNobodyKnows() throws IOException {
        assertRefused(deployment().replace("apps/v1", "apps/v1beta1"), "apps/v1beta1 Deployment");
    }

    @Test
    void findsAPodThatKeepsNoRule() {
        List<String> broken = PodRules.brokenBy(Manifest.parse("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: greengraph
                spec:
                  selector: {}
                  template:
                    spec:
                      containers:
                        - name: greengraph
                          env:
                            - name: GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN
                              value: planted
                """));

        assertEquals(17, broken.size(), "all of PodRules");
    }

    @Test
    void findsOneBrokenRule() throws IOException {
        assertBreaks("runAsNonRoot: true", "runAsNonRoot: false", "runs as non-root");
        assertBreaks("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "has a read-only file system");
        assertBreaks("/q/health/live", "/q/health", "is live at /q/health/live");
        assertBreaks("containerPort: 9000", "containerPort: 9001", "offers management on 9000");
        assertBreaks("mountPath: /tmp", "mountPath: /var", "has a temporary /tmp");
        assertBreaks("configMapRef:", "secretRef:", "has no secret in its environment");
    }

    @Test
    void findsASecretInASetting() {
        assertEquals(
                1,
                PodRules.secretsIn(Map.of("GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", "planted"))
                        .size());
        assertEquals(
                1,
                PodRules.secretsIn(Map.of("GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN_FILE", "planted"))
                        .size());
    }

    private static void assertRefused(String yaml, String named) {
        Manifest manifest = Manifest.parse(yaml).findFirst().orElseThrow();
        RuntimeException refusal = assertThrows(RuntimeException.class, manifest::typed);
        assertTrue(refusal.getMessage().contains(named), refusal::getMessage);
    }

    private static void assertBreaks(String kept, String broken, String rule) throws IOException {
        String yaml = deployment();
        assertTrue(yaml.contains(kept), () -> kept + " is not in the Deployment");
        assertEquals(List.of(rule), PodRules.brokenBy(Manifest.parse(yaml.replace(kept, broken))));
    }

    private static String deployment() throws IOException {
        return read(BASE.resolve("deployment.yaml"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
