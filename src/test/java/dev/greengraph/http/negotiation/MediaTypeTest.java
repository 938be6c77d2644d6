package dev.greengraph.http.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/graphql-response+json                                        | GRAPHQL_RESPONSE",
                "application/json                                                         | JSON",
                "APPLICATION/JSON; Charset=utf-8                                          | JSON",
                "*/*                                                                      | JSON",
                "application/*                                                            | JSON",
                "''                                                                       | JSON",
                "', ,'                                                                    | JSON",
                "application/graphql-response+json, application/json                      | GRAPHQL_RESPONSE",
                "application/json, application/graphql-response+json                      | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json;q=0.9                | GRAPHQL_RESPONSE",
                "application/graphql-response+json;q=0.8, application/json;q=0.9          | JSON",
                "application/graphql-response+json, */*                                   | GRAPHQL_RESPONSE",
                "application/json, */*                                                    | JSON",
                "application/json;q=0.5, */*                                              | GRAPHQL_RESPONSE",
                "application/json;q=0, */*                                                | GRAPHQL_RESPONSE",
                "application/graphql-response+json;q=0, */*;q=0.1                         | JSON",
                "application/json ; q=0.3 , application/graphql-response+json ; q=0.4     | GRAPHQL_RESPONSE",
                "'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8' | JSON",
                "application/json;q=high, application/graphql-response+json;q=0.001       | GRAPHQL_RESPONSE",
            })
    void takesTheTypeThatTheCallerPrefers(String accept, MediaType wanted) {
        assertEquals(Optional.of(wanted), MediaType.wantedBy(List.of(accept)));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html",
        "application/xml",
        "json",
        "*",
        "/",
        ";",
        "application/json;q=0",
        "*/*;q=0.0",
        "application/json;q=1.1",
        "application/json;q=-1",
        "application/json;q=NaN",
        "application/*;q=0",
    })
    void findsNothingToAnswerWith(String accept) {
        assertEquals(Optional.empty(), MediaType.wantedBy(List.of(accept)));
    }

    @Test
    void readsAHeaderOfSeveralLinesAsOne() {
        assertEquals(Optional.of(MediaType.JSON), MediaType.wantedBy(List.of()));
        assertEquals(Optional.of(MediaType.JSON), MediaType.wantedBy(List.of("text/html", "application/json")));
    }
}
