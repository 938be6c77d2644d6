package dev.greengraph.deploy;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we ask of a pod beyond what Kubernetes does. */
final class PodRules {

    private static final String SECRETS = "/etc/greengraph/secrets/";

    private final List<String> broken = new ArrayList<>();

    private PodRules() {}

    /** The rules that the gateway's pods among these break, in words; empty if none. */
    static List<String> brokenBy(Stream<Manifest> manifests) {
        return manifests
                .flatMap(manifest -> manifest.as(V1Deployment.class))
                .filter(deployment ->
                        "greengraph".equals(deployment.getMetadata().getName()))
                .flatMap(deployment ->
                        brokenBy(deployment.getSpec().getTemplate().getSpec()).stream())
                .toList();
    }

    private static List<String> brokenBy(V1PodSpec pod) {
        PodRules rules = new PodRules();
        rules.checkPod(pod);
        pod.getContainers().forEach(rules::checkContainer);
        return rules.broken;
    }

    /** The settings that hold a secret instead of the file that holds it. */
    static List<String> secretsIn(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> namesASecret(setting.getKey()) && !pointsToAFile(setting))
                .map(setting -> setting.getKey() + " holds a secret")
                .toList();
    }

    private void checkPod(V1PodSpec pod) {
        require("runs as non-root", () -> pod.getSecurityContext().getRunAsNonRoot());
        require("has a user that is not root", () -> pod.getSecurityContext().getRunAsUser() > 0);
        require(
                "has the default seccomp profile",
                () -> pod.getSecurityContext().getSeccompProfile().getType().equals("RuntimeDefault"));
        require("gets no service account token", () -> !pod.getAutomountServiceAccountToken());
        require("gets no settings from services", () -> !pod.getEnableServiceLinks());
        require("has 30 s to end", () -> pod.getTerminationGracePeriodSeconds() == 30);
        require(
                "has a temporary /tmp",
                () -> pod.getVolumes().stream()
                        .anyMatch(volume -> volume.getEmptyDir() != null && mounts(pod, volume.getName(), "/tmp")));
    }

    private void checkContainer(V1Container container) {
        require(
                "has a read-only file system",
                () -> container.getSecurityContext().getReadOnlyRootFilesystem());
        require("cannot gain privileges", () -> !container.getSecurityContext().getAllowPrivilegeEscalation());
        require(
                "drops all capabilities",
                () -> container.getSecurityContext().getCapabilities().getDrop().equals(List.of("ALL")));
        require("is live at /q/health/live", () -> probes(container.getLivenessProbe(), "/q/health/live"));
        require("is ready at /q/health/ready", () -> probes(container.getReadinessProbe(), "/q/health/ready"));
        require("is started at /q/health/started", () -> probes(container.getStartupProbe(), "/q/health/started"));
        require("has a memory limit", () -> container.getResources().getLimits().containsKey("memory"));
        require("offers http on 8080", () -> offers(container, "http", 8080));
        require("offers management on 9000", () -> offers(container, "management", 9000));
        require(
                "has no secret in its environment",
                () -> each(container.getEnv()).noneMatch(PodRules::takesASecret)
                        && each(container.getEnvFrom()).allMatch(source -> source.getSecretRef() == null));
    }

    /** A part that is not there breaks the rule too. */
    private void require(String rule, Supplier<Boolean> kept) {
        try {
            if (!kept.get()) {
                broken.add(rule);
            }
        } catch (NullPointerException absent) {
            broken.add(rule);
        }
    }

    private static boolean probes(V1Probe probe, String path) {
        return probe.getHttpGet().getPath().equals(path)
                && probe.getHttpGet().getPort().equals(new IntOrString("management"));
    }

    private static boolean offers(V1Container container, String name, int number) {
        return container.getPorts().stream()
                .anyMatch(port -> name.equals(port.getName()) && port.getContainerPort() == number);
    }

    private static boolean mounts(V1PodSpec pod, String volume, String path) {
        return pod.getContainers().stream()
                .flatMap(container -> container.getVolumeMounts().stream())
                .anyMatch(mount ->
                        mount.getName().equals(volume) && mount.getMountPath().equals(path));
    }

    private static boolean takesASecret(V1EnvVar variable) {
        boolean bySource =
                variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null;
        boolean byValue = variable.getValue() != null
                && !secretsIn(Map.of(variable.getName(), variable.getValue())).isEmpty();
        return bySource || byValue;
    }

    private static <T> Stream<T> each(@Nullable List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }

    private static boolean namesASecret(String setting) {
        return setting.matches("(?i).*(token|secret|password|credential).*");
    }

    private static boolean pointsToAFile(Map.Entry<String, String> setting) {
        return setting.getKey().endsWith("_FILE") && setting.getValue().startsWith(SECRETS);
    }
}
