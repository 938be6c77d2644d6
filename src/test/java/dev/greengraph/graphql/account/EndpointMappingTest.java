package dev.greengraph.graphql.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.upstream.endpoint.EndpointTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema's endpoints are those of the upstream's table. */
class EndpointMappingTest {

    @Test
    void eachEndpointHasItsNameInTheSchema() {
        assertEquals(
                List.of(EndpointView.values()),
                EndpointTable.ALL.stream().map(EndpointMapping::view).toList());
    }
}
