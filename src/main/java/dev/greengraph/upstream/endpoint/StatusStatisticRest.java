package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The REST interface of getStatusStatistic. */
@Path("/waInstance{idInstance}/getStatusStatistic/{apiTokenInstance}")
@Produces(MediaType.APPLICATION_JSON)
interface StatusStatisticRest {

    /** Calls it with an account's credentials. */
    EndpointDefinition.Send<StatusStatisticRest, OneStatus> SEND = (rest, account, request) -> rest.getStatusStatistic(
            UpstreamEndpoint.address(account),
            account.idInstance(),
            account.apiToken().reveal(),
            request.status().value());

    @GET
    Uni<Response> getStatusStatistic(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("idMessage") String idMessage);
}
