package dev.greengraph.upstream.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.greengraph.account.Messenger;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.quarkus.rest.client.reactive.Url;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * All that a new endpoint needs up to the resolver: a REST interface, what it is asked for, a reader and a row of the table.
 * CONTRIBUTING.md lists the places.
 */
@QuarkusTest
class MadeUpEndpointTest {

    @Path("/waInstance{idInstance}/getLabels/{apiTokenInstance}")
    @Produces(MediaType.APPLICATION_JSON)
    interface LabelsRest {
        @GET
        Uni<Response> getLabels(
                @Url String address,
                @PathParam("idInstance") String idInstance,
                @PathParam("apiTokenInstance") String apiTokenInstance,
                @QueryParam("count") int count);
    }

    record FirstLabels(int count) implements UpstreamRequest {
        @Override
        public List<String> arguments() {
            return List.of(String.valueOf(count));
        }

        @Override
        public String window() {
            return "count=" + count;
        }
    }

    record LabelNames() implements AnswerReader<FirstLabels, List<String>> {
        @Override
        public Optional<List<String>> read(JsonNode body, int bytes, FirstLabels request) {
            return Optional.of(body).filter(JsonNode::isArray).map(labels -> StreamSupport.stream(
                            labels.spliterator(), false)
                    .map(label -> label.path("name").asText())
                    .toList());
        }

        @Override
        public String shape() {
            return "a list of labels";
        }
    }

    static final EndpointDefinition<?, FirstLabels, List<String>> GET_LABELS = new EndpointDefinition<>(
            new UpstreamEndpoint(
                    "getLabels",
                    new UpstreamEndpoint.Rate(2, 1),
                    new UpstreamEndpoint.Freshness("labels", Duration.ofMinutes(1), Duration.ofHours(24)),
                    false),
            LabelsRest.class,
            (rest, account, request) -> rest.getLabels(
                    UpstreamEndpoint.address(account),
                    account.idInstance(),
                    account.apiToken().reveal(),
                    request.count()),
            new LabelNames());

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Inject
    Vertx vertx;

    private Clients clients;

    @BeforeEach
    void start() {
        clients = new Clients(vertx, Limits.ORDINARY);
    }

    @Test
    void isAskedAndRead() {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withBody("[{\"name\": \"urgent\"}]")));

        List<String> labels = Clients.answer(
                clients.ask(Clients.max(UPSTREAM.baseUrl()), GET_LABELS, new FirstLabels(5)));

        assertEquals(List.of("urgent"), labels);
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
        assertEquals(
                "/v3/waInstance310000000001/getLabels/" + Clients.TOKEN + "?count=5",
                UPSTREAM.getAllServeEvents().get(0).getRequest().getUrl());
    }

    @Test
    void failsWithItsName() {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));

        UpstreamFailure failure = assertThrows(
                UpstreamFailure.InvalidResponse.class,
                () -> Clients.answer(
                        clients.ask(Clients.whatsapp(UPSTREAM.baseUrl()), GET_LABELS, new FirstLabels(5))));

        assertEquals("getLabels: invalid answer, not a list of labels", failure.getMessage());
    }

    @Test
    void hasItsOwnRate() {
        assertEquals(2, GET_LABELS.endpoint().callsPerSecond(Messenger.WHATSAPP));
        assertEquals(1, GET_LABELS.endpoint().callsPerSecond(Messenger.MAX));
    }
}
