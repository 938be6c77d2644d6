package dev.greengraph.admission.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.graphql.PreparedDocument;
import dev.greengraph.graphql.error.Refusal;
import graphql.introspection.IntrospectionQuery;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Examines documents, and remembers what came of it, bounded by estimated bytes. */
@Singleton
public final class DocumentExaminer {

    /** Measured: bytes of a parsed document for each of its characters, at most. */
    private static final int TREE_PER_CHARACTER = 64;

    private static final int OVERHEAD = 256;
    /** The standard introspection queries need 14. */
    private static final int INTROSPECTION_DEPTH = 15;

    private static final int WARM = 20;

    private final DocumentLimits limits;
    private final DocumentParser parser;
    private final Cache<String, ExaminedDocument> known;

    public DocumentExaminer(DocumentLimits limits) {
        this.limits = limits;
        this.parser = new DocumentParser(limits);
        this.known = Caffeine.newBuilder()
                .maximumWeight(limits.documentMemory().asLongValue())
                .<String, ExaminedDocument>weigher(DocumentExaminer::bytes)
                .executor(Runnable::run)
                .build();
    }

    void prepare(@Observes StartupEvent start) {
        parser.limitTheEngine();
    }

    /** Examines a large document some times: the first of a process costs many times what a later one does. */
    public void warmUp() {
        for (int i = 0; i < WARM; i++) {
            judge(IntrospectionQuery.INTROSPECTION_QUERY);
        }
    }

    /** What is known of that document. */
    public ExaminedDocument examine(String text) {
        // A text that is too long is not worth being remembered.
        return text.length() > limits.queryCharacters() ? judge(text) : known.get(text, this::judge);
    }

    /** How many texts were parsed so far. */
    long parses() {
        return parser.parses();
    }

    private ExaminedDocument judge(String text) {
        try {
            Document tree = parser.parse(text);
            DocumentOutline outline = DocumentOutline.of(tree);
            return new Measured(new PreparedDocument(tree), outline, check(outline));
        } catch (Refusal refused) {
            return new ExaminedDocument.Refused(refused);
        } catch (InvalidSyntaxException broken) {
            return new ExaminedDocument.Unparseable(SyntaxError.of(broken, text));
        }
    }

    /** Fails with {@link Refusal}, else tells whether the document introspects. */
    private boolean check(DocumentOutline outline) {
        Limit.FRAGMENTS.check(outline.fragments().size(), limits.fragments());
        Limit.FRAGMENT_SPREADS.check(outline.spreads(), limits.fragmentSpreads());
        Limit.DIRECTIVES.check(outline.directives(), limits.directives());
        FragmentExpansion walk = FragmentExpansion.of(outline);
        walk.operations().forEach(this::check);
        Limit.EXPANDED_FIELDS.check(walk.fields(), limits.expandedFields());
        return walk.operations().stream().anyMatch(ExpandedSize::introspects);
    }

    private void check(ExpandedSize operation) {
        Limit.DEPTH.check(operation.depth(), limits.depth());
        Limit.ALIASES.check(Saturating.add(operation.aliases(), operation.typenames()), limits.aliases());
        Limit.ROOT_FIELDS.check(operation.width(), limits.rootFields());
        Limit.INTROSPECTION_DEPTH.check(operation.introspectionDepth(), INTROSPECTION_DEPTH);
        Limit.INTROSPECTION_LISTS.check(operation.introspectionLists(), 1);
    }

    private static int bytes(String text, ExaminedDocument examined) {
        long bytes = OVERHEAD + (long) text.length() * (examined instanceof Measured ? TREE_PER_CHARACTER : 2);
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
