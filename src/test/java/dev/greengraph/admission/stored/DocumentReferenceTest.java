package dev.greengraph.admission.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.account.Sha256;
import dev.greengraph.admission.stored.TrustedDocuments.TrustedDocument;
import dev.greengraph.graphql.error.Refusal;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings of a document's id that clients use all mean the same document. */
class DocumentReferenceTest {

    private static final String TEXT = "query Names { accounts { name } }";
    private static final String HASH = Sha256.hex(TEXT);

    /** Keys of graphql-codegen's manifest are plain hashes, or carry the prefix: hashAlgorithm 'sha256' writes either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'documentId':'%s'}",
                "{'documentId':'sha256:%s'}",
                "{'documentId':'sha256:sha256:%s'}",
                "{'doc_id':'%s'}",
                "{'id':'%s'}",
                "{'id':'%1$s','documentId':'%1$s'}",
                "{'extensions':{'persistedQuery':{'version':1,'sha256Hash':'%s'}}}",
                "{'extensions':{'persistedQuery':{'version':'1','sha256Hash':'%s'}}}",
                "{'extensions':{'persistedQuery':{'version':1,'sha256Hash':'sha256:%s'}}}",
            })
    void findsTheDocumentByEverySpelling(String request) {
        for (String key : List.of(HASH, "sha256:" + HASH)) {
            TrustedDocuments trusted = new TrustedDocuments(List.of(new TrustedDocument(key, "Names", TEXT)));
            for (String hash : List.of(HASH, HASH.toUpperCase(java.util.Locale.ROOT))) {
                assertEquals(TEXT, trusted.text(reference(request.formatted(hash))), key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'documentId':'a','id':'b'}",
                "{'id':7}",
                "{'doc_id':''}",
                "{'extensions':{'persistedQuery':{'version':2,'sha256Hash':'a'}}}",
                "{'extensions':{'persistedQuery':{'version':'2','sha256Hash':'a'}}}",
                "{'extensions':{'persistedQuery':{'version':1,'sha256hash':'a'}}}",
                "{}",
            })
    void refusesWhatMeansNoDocument(String request) {
        assertEquals(400, assertThrows(Refusal.class, () -> reference(request)).status());
    }

    private static DocumentReference reference(String json) {
        return DocumentReference.of(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }
}
