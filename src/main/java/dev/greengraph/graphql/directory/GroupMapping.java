package dev.greengraph.graphql.directory;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.LazyList;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.directory.GroupRow;
import java.time.Instant;

/** Shows a group. */
final class GroupMapping {

    private GroupMapping() {}

    static Group of(AccountId account, Reading<GroupRow> reading) {
        GroupRow row = reading.value();
        String owner = row.owner();
        Long creation = row.creation();
        Integer size = row.size();
        return new Group(
                row.subject(),
                row.description(),
                owner == null ? null : chat(account, owner),
                creation == null || creation == 0 ? null : Instant.ofEpochSecond(creation),
                size == null ? row.participants().size() : size,
                LazyList.of(
                        row.participants().size(),
                        i -> member(account, row.participants().get(i))),
                FreshnessMapping.of(reading.freshness()));
    }

    private static GroupMember member(AccountId account, GroupRow.Participant participant) {
        return new GroupMember(
                chat(account, participant.id()), participant.lid(), participant.isAdmin(), participant.isSuperAdmin());
    }

    private static Chat chat(AccountId account, String id) {
        return new Chat(account, new ChatId(id));
    }
}
