package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests of {@code deploy/base} are what Kubernetes accepts and what we ask of them, without a cluster. */
class ManifestTest {

    private static final Path BASE = Path.of("deploy", "base");

    static Stream<Manifest> written() throws IOException {
        return resourceFiles().flatMap(file -> Manifest.parse(read(file)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWhatKubernetesAccepts(Manifest manifest) {
        assertDoesNotThrow(manifest::typed);
    }

    @Test
    void keepsOurRules() throws IOException {
        assertEquals(List.of(), brokenRules(written()));
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
                .flatMap(service -> service.getSpec().getPorts().stream())
                .toList();

        assertEquals(
                List.of(new IntOrString("http")),
                ports.stream().map(V1ServicePort::getTargetPort).toList());
    }

    @Test
    void everyFileIsPartOfTheBase() throws IOException {
        Map<String, Object> kustomization =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(read(BASE.resolve("kustomization.yaml")));
        List<String> present =
                resourceFiles().map(file -> file.getFileName().toString()).toList();

        assertEquals(new TreeSet<>(present), new TreeSet<>((List<?>) kustomization.get("resources")));
    }

    @Test
    void kustomizeRendersWhatIsValid() throws IOException, InterruptedException {
        assumeTrue(kubectlIsPresent(), "kubectl is not on the PATH: the rendered manifests are not looked at");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", BASE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kubectl.waitFor());

        List<Manifest> rendered = Manifest.parse(yaml).toList();

        assertEquals(written().count() + 1, rendered.size(), "what is written and the generated ConfigMap");
        assertEquals(List.of(), brokenRules(rendered.stream()));
        List<String> settings = rendered.stream()
                .flatMap(manifest -> manifest.as(V1ConfigMap.class))
                .flatMap(map -> PodRules.secretsIn(map.getData()).stream())
                .toList();
        assertEquals(List.of(), settings);
    }

    @Test
    void findsAnUnknownField() throws IOException {
        assertRefused(deployment().replace("replicas:", "replicaz:"), "replicaz");
        assertRefused(deployment().replace("readOnlyRootFilesystem:", "readOnlyFilesystem:"), "readOnlyFilesystem");
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
        V1PodSpec bare = Manifest.parse("""
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          selector: {}
                          template:
                            spec:
                              containers:
                                - name: greengraph
                                  env:
                                    - name: GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN
                                      value: planted
                        """)
                .flatMap(manifest -> manifest.as(V1Deployment.class))
                .map(ManifestTest::podOf)
                .findFirst()
                .orElseThrow();

        assertEquals(17, PodRules.brokenBy(bare).size(), "all of PodRules");
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
        assertEquals(List.of(rule), brokenRules(Manifest.parse(yaml.replace(kept, broken))));
    }

    private static List<String> brokenRules(Stream<Manifest> manifests) {
        return manifests
                .flatMap(manifest -> manifest.as(V1Deployment.class))
                .flatMap(deployment -> PodRules.brokenBy(podOf(deployment)).stream())
                .toList();
    }

    private static V1PodSpec podOf(V1Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static String deployment() throws IOException {
        return read(BASE.resolve("deployment.yaml"));
    }

    private static Stream<Path> resourceFiles() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static boolean kubectlIsPresent() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
