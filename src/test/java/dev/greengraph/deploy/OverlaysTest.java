package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greengraph.testsupport.Program;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentStrategy;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The overlays as {@code kubectl kustomize} renders them: each valid, and with what it is made for. */
class OverlaysTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final List<String> OVERLAYS = List.of("single", "replicated");

    @Test
    void everyFileIsUsed() {
        Kustomization.all().forEach(each -> assertEquals(each.used(), each.present(), each::toString));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void rendersWhatKeepsOurRules(String overlay) throws IOException, InterruptedException {
        List<Manifest> rendered = rendered(DEPLOY.resolve(overlay));

        assertEquals(List.of(), PodRules.brokenBy(rendered.stream()));
        assertEquals(List.of(), PodRules.secretsIn(settings(rendered)));
    }

    @Test
    void oneReplicaEndsBeforeTheNextBegins() throws IOException, InterruptedException {
        List<Manifest> rendered = rendered(DEPLOY.resolve("single"));

        V1Deployment gateway = gateway(rendered);
        assertEquals(1, gateway.getSpec().getReplicas());
        assertEquals("Recreate", gateway.getSpec().getStrategy().getType());
        assertTrue(settings(rendered).keySet().stream().noneMatch(name -> name.startsWith("GREENGRAPH_REPLICAS_")));
    }

    @Test
    void severalReplicasFollowEachOtherWithoutAGap() throws IOException, InterruptedException {
        List<Manifest> rendered = rendered(DEPLOY.resolve("replicated"));

        V1Deployment gateway = gateway(rendered);
        V1DeploymentStrategy strategy = gateway.getSpec().getStrategy();
        assertEquals("RollingUpdate", strategy.getType());
        assertEquals(new IntOrString(0), strategy.getRollingUpdate().getMaxUnavailable());
        assertEquals(null, gateway.getSpec().getReplicas(), "the autoscaler's");
        assertEquals(
                2,
                gateway.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getTopologySpreadConstraints()
                        .size());
        V2HorizontalPodAutoscaler autoscaler = one(rendered, V2HorizontalPodAutoscaler.class);
        assertTrue(autoscaler.getSpec().getMinReplicas() >= 2);
        assertEquals("greengraph", autoscaler.getSpec().getScaleTargetRef().getName());
        V1PodDisruptionBudget drained = one(rendered, V1PodDisruptionBudget.class);
        assertEquals(new IntOrString(1), drained.getSpec().getMaxUnavailable());
    }

    /** A pod would not start without its files, and not reach a server that no policy lets it to. */
    @Test
    void severalReplicasFindTheirSecretsAndTheirRedis() throws IOException, InterruptedException {
        List<Manifest> rendered = rendered(DEPLOY.resolve("replicated"));

        Map<String, String> settings = settings(rendered);
        assertEquals("redis://greengraph-valkey:6379/0", settings.get("GREENGRAPH_REPLICAS_REDIS"));
        assertTrue(settings.get("GREENGRAPH_REPLICAS_SECRET_FILE").startsWith("/etc/greengraph/secrets/"));
        List<String> secrets = gateway(rendered).getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(source -> source.getSecret().getName())
                .toList();
        assertEquals(List.of("greengraph-accounts", "greengraph-replicas"), secrets);
        assertTrue(rendered.stream()
                .flatMap(manifest -> manifest.as(V1NetworkPolicy.class))
                .flatMap(policy -> Stream.ofNullable(policy.getSpec().getEgress()))
                .flatMap(List::stream)
                .flatMap(rule -> rule.getPorts().stream())
                .anyMatch(port -> port.getPort().equals(new IntOrString(6379))));
    }

    /** As an overlay of somebody who wants all of it. */
    @Test
    void takesEveryComponent() throws IOException, InterruptedException {
        Path overlay = Files.createDirectories(Path.of("target", "overlay-of-all"));
        StringBuilder all = new StringBuilder("resources:\n  - ../../deploy/replicated\ncomponents:\n");
        try (Stream<Path> components = Files.list(DEPLOY.resolve("components"))) {
            components
                    .sorted()
                    .forEach(component ->
                            all.append("  - ../../").append(component).append('\n'));
        }
        Files.writeString(overlay.resolve("kustomization.yaml"), all);

        List<Manifest> rendered = rendered(overlay);

        assertEquals(List.of(), PodRules.brokenBy(rendered.stream()));
        assertEquals(
                2,
                one(rendered, V2HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getMetrics()
                        .size());
        assertEquals(
                "greengraph:native",
                gateway(rendered)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage());
        assertTrue(Stream.of("HTTPRoute", "Ingress", "PodMonitor", "PrometheusRule")
                .allMatch(kind ->
                        rendered.stream().anyMatch(manifest -> manifest.type().endsWith(" " + kind))));
    }

    /** Written twice, because the operator wants the rules inside a document of its own. */
    @Test
    void theOperatorGetsTheAlarmsOfTheFile() throws IOException {
        String file = Files.readString(DEPLOY.resolve(Path.of("prometheus", "alerts.yaml")));
        String document = Files.readString(DEPLOY.resolve(Path.of("components", "prometheus", "rules.yaml")));

        assertEquals(
                file.substring(file.indexOf("groups:")).indent(2),
                document.substring(document.indexOf("spec:\n") + "spec:\n".length()),
                "sed '/^groups/,$!d; s/^/  /' deploy/prometheus/alerts.yaml is what follows spec:");
    }

    private static List<Manifest> rendered(Path folder) throws IOException, InterruptedException {
        Optional<Path> program = Program.onPath(List.of("kubectl"));
        assumeTrue(program.isPresent(), "kubectl is not on the PATH: the rendered manifests are not looked at");
        Process kubectl = new ProcessBuilder(program.orElseThrow().toString(), "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kubectl.waitFor());
        List<Manifest> rendered = Manifest.parse(yaml).toList();
        rendered.forEach(Manifest::typed);
        return rendered;
    }

    private static V1Deployment gateway(List<Manifest> rendered) {
        return rendered.stream()
                .flatMap(manifest -> manifest.as(V1Deployment.class))
                .filter(deployment ->
                        "greengraph".equals(deployment.getMetadata().getName()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> settings(List<Manifest> rendered) {
        return Objects.requireNonNull(one(rendered, V1ConfigMap.class).getData());
    }

    private static <T> T one(List<Manifest> rendered, Class<T> kind) {
        Optional<T> found =
                rendered.stream().flatMap(manifest -> manifest.as(kind)).findFirst();
        return found.orElseThrow();
    }
}
