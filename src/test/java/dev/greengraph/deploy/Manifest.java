package dev.greengraph.deploy;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One Kubernetes document, as written.
 *
 * @param type API version and kind, as in {@code apps/v1 Deployment}
 * @param body the whole document
 */
record Manifest(String type, JsonElement body) {

    /** For types that keep what they do not know; here that is refused. They do not tell which fields are required. */
    private static final ObjectMapper CUSTOM = JsonMapper.builder()
            .addModule(new SimpleModule().setDeserializerModifier(new BeanDeserializerModifier() {
                @Override
                public BeanDeserializerBuilder updateBuilder(
                        DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder fields) {
                    fields.setAnySetter(null);
                    return fields;
                }
            }))
            .build();

    /** The kinds that we ship: a new kind gets its line here. */
    private static final Map<String, Reader<?>> READERS = Map.ofEntries(
            Map.entry("v1 ConfigMap", V1ConfigMap::fromJson),
            Map.entry("v1 Service", V1Service::fromJson),
            Map.entry("v1 ServiceAccount", V1ServiceAccount::fromJson),
            Map.entry("apps/v1 Deployment", V1Deployment::fromJson),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", json -> CUSTOM.readValue(json, HTTPRoute.class)),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", json -> CUSTOM.readValue(json, PodMonitor.class)),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", json -> CUSTOM.readValue(json, PrometheusRule.class)),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress::fromJson),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson));

    /** The documents of a YAML text; a key that stands there twice is refused. */
    static Stream<Manifest> parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false).map(Manifest::of);
    }

    private static Manifest of(Object document) {
        JsonElement body = new Gson().toJsonTree(document);
        String version = body.getAsJsonObject().get("apiVersion").getAsString();
        String kind = body.getAsJsonObject().get("kind").getAsString();
        return new Manifest(version + " " + kind, body);
    }

    /**
     * The document as its Kubernetes type.
     *
     * <p>Fails on a kind that we do not ship, an unknown field, a missing required field and a value of the wrong type.
     */
    Object typed() {
        Reader<?> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException(type + " is not among the kinds that Manifest knows");
        }
        try {
            return reader.fromJson(body.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(type + ": " + e.getMessage(), e);
        }
    }

    <T> Stream<T> as(Class<T> kind) {
        return Stream.of(typed()).filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public String toString() {
        return type;
    }

    private interface Reader<T> {
        T fromJson(String json) throws IOException;
    }
}
