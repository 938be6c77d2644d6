package dev.greengraph.http.request;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json ; charset=\"utf-8\"",
                "application/json; profile=x; charset=utf-8",
            })
    void isJson(String type) {
        assertTrue(ContentType.isJson(with(type)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "text/plain",
                "text/plain; application/json",
                "text/plain, application/json",
                "application/json, text/plain",
                "application/jsonp",
                "application/graphql+json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=utf-7",
                "application/json; charset=nonsense",
                "application/json; charset=",
                "application/json; charset",
                "application/json; charset =utf-8",
                "application/json; charset=utf-8; charset=utf-8",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json; charset='utf-8'",
            })
    void isSomethingElse(String type) {
        assertFalse(ContentType.isJson(with(type)));
    }

    @Test
    void isSomethingElseIfItIsMissingOrThereTwice() {
        assertFalse(ContentType.isJson(with()));
        assertFalse(ContentType.isJson(with("application/json", "application/json")));
        assertFalse(ContentType.isJson(with("application/json", "text/plain")));
    }

    private static MultiMap with(String... types) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String type : types) {
            headers.add("Content-Type", type);
        }
        return headers;
    }
}
