package dev.greengraph.graphql.search;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Finds messages of any chat by their text. */
@GraphQLApi
public class SearchApi {

    private final AccountRepositories repositories;
    private final AnswerMappings answers;
    private final Spans spans;

    SearchApi(AccountRepositories repositories, AnswerMappings answers, Spans spans) {
        this.repositories = repositories;
        this.answers = answers;
        this.spans = spans;
    }

    @Description(
            "Messages whose text has all these words, newest first: in the journals of the last minutes, which takes"
                    + " at most two upstream calls, and in the older journals and histories that the gateway holds anyway."
                    + " The coverage says of which time every message was searched; what is found before that is found by chance.")
    @SemanticNonNull
    @Cost(Reads.SEARCH)
    public Uni<MessageConnection> search(
            @Source @Name("account") AccountView account,
            @Description(
                            "One to ten words, 200 characters at most, each of them also as a part of a longer word. Case and"
                                    + " accents do not matter: ё is е; but й is not и.")
                    @NonNull
                    String text,
            @Description("How far back the journals are read: 1 to 43200 (30 days); 1440 without since.") @Nullable
                    Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Most messages of the page: 1 to 100.") @DefaultValue("20") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        AccountId id = account.account().id();
        AccountRepository repository = repositories.of(id);
        Span span = spans.of(minutes, since, until);
        String list = "search:" + account.name();
        SearchMapping mapping = new SearchMapping(
                answers.of(id),
                list,
                SearchWords.of(text),
                span,
                Arguments.first(first, Arguments.PAGE),
                Cursor.decode(after, list));
        return repository
                .both(span.minutes())
                .map(reading -> mapping.page(reading, repository.held(SearchMapping.MOST_HELD)))
                .uni();
    }
}
