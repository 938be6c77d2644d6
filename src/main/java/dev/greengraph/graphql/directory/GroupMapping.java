package dev.greengraph.graphql.directory;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.LazyList;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.upstream.row.directory.GroupRow;
import java.time.Instant;

/** Shows a group. */
final class GroupMapping {

    private GroupMapping() {}

    static Group of(AnswerMapping answer, Reading<GroupRow> reading) {
        GroupRow row = reading.value();
        String owner = row.owner();
        Long creation = row.creation();
        Integer size = row.size();
        return new Group(
                row.subject(),
                row.description(),
                owner == null ? null : answer.contact(owner),
                creation == null || creation == 0 ? null : Instant.ofEpochSecond(creation),
                size == null ? row.participants().size() : size,
                LazyList.of(
                        row.participants().size(),
                        i -> member(answer, row.participants().get(i))),
                FreshnessMapping.of(reading.freshness()));
    }

    private static GroupMember member(AnswerMapping answer, GroupRow.Participant participant) {
        return new GroupMember(
                answer.contact(participant.id()), participant.lid(), participant.isAdmin(), participant.isSuperAdmin());
    }
}
