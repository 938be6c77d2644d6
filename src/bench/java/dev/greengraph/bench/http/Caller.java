package dev.greengraph.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks once, and insists on an answer without errors. */
final class Caller {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The body of the answer. */
    String answer(Question question) throws IOException, InterruptedException {
        return response(question).body();
    }

    /** The whole answer. */
    HttpResponse<String> response(Question question) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(question.address())
                .method(
                        question.method().name(),
                        BodyPublishers.ofByteArray(question.body().getBytes()));
        question.headers().forEach(request::header);
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != question.status() || answer.body().contains("\"errors\"")) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer;
    }

    /** Puts a body there. */
    void put(URI address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
    }

    /** Whether that address answers with 200. */
    boolean isUp(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
