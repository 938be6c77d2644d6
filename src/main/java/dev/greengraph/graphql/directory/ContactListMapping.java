package dev.greengraph.graphql.directory;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.directory.ContactRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a page of the address book. The upstream lists groups there too; they are no people. */
final class ContactListMapping {

    /** The book tells no time; a cursor of it stands at none. */
    private static final long NO_TIME = 0;

    private ContactListMapping() {}

    static ContactConnection page(
            AnswerMapping answer,
            String list,
            Reading<Map<String, ContactRow>> reading,
            int first,
            @Nullable Cursor after) {
        List<Cursor> people = reading.value().keySet().stream()
                .filter(id -> new ChatId(id).kind() == ChatId.Kind.PERSONAL)
                .map(id -> new Cursor(list, NO_TIME, id))
                .sorted(Cursor.NEWEST_FIRST)
                .toList();
        Page<Contact> page =
                Page.cut(people, person -> person, first, after, true).map(person -> answer.contact(person.id()));
        return new ContactConnection(
                page.edges(ContactEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.whole(reading.freshness())
                        .of(
                                page.totalCount(),
                                new EmptyList(answer.account(), !reading.value().isEmpty(), EmptyList.ANYTHING)));
    }
}
