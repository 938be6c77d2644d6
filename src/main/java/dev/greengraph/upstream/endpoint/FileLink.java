package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.row.file.FileLinkRow;
import dev.greengraph.upstream.shape.Answered;
import java.util.Optional;

/** Reads where a file is. */
final class FileLink implements AnswerReader<OneMessage, Answered<FileLinkRow>> {

    @Override
    public Optional<Answered<FileLinkRow>> read(JsonNode body, int bytes, OneMessage request) {
        return FileLinkRow.read(body).map(row -> new Answered<>(row, bytes));
    }

    @Override
    public String shape() {
        return "the address of a file";
    }
}
