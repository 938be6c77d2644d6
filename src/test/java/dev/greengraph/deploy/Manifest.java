package dev.greengraph.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
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

    /** The kinds that we ship: a new kind gets its line here. */
    private static final Map<String, Reader<?>> READERS = Map.of(
            "v1 ConfigMap", V1ConfigMap::fromJson,
            "v1 Service", V1Service::fromJson,
            "v1 ServiceAccount", V1ServiceAccount::fromJson,
            "apps/v1 Deployment", V1Deployment::fromJson,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson);

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
