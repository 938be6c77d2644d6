package dev.greengraph.admission.document;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Parses documents, bounded in characters, tokens and nesting. */
public final class DocumentParser {

    /** Rules of the grammar within each other, of which a level of fields takes three and a list two. */
    private static final int MOST_NESTED = 200;

    private static final int RULES_OF_A_LIST = 2;
    /** More than a double has, and few enough to be read at once. */
    static final int MOST_DIGITS = 400;

    private final int characters;
    private final ParserOptions options;
    private final LongAdder parses = new LongAdder();

    public DocumentParser(DocumentLimits limits) {
        this.characters = limits.queryCharacters();
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .maxCharacters(characters)
                .maxTokens(limits.tokens())
                // Bounded by the characters already.
                .maxWhitespaceTokens(characters)
                .maxRuleDepth(MOST_NESTED)
                .build();
    }

    /**
     * Makes the engine parse within the same bounds, whatever door a document comes through. SmallRye's own setting
     * bounds the parser of schemas instead.
     */
    void limitTheEngine() {
        ParserOptions.setDefaultOperationParserOptions(options);
    }

    /** How often the parser ran. */
    long parses() {
        return parses.sum();
    }

    /** Fails with {@link Refusal} beyond a bound, else with {@link InvalidSyntaxException}. */
    public Document parse(String text) {
        if (text.length() > characters) {
            throw tooLarge(text.length());
        }
        glance(text);
        parses.increment();
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ROOT)
                            .build());
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw Limit.NESTING.exceeded(MOST_NESTED + 1L, MOST_NESTED);
        } catch (ParseCancelledTooManyCharsException tooMany) {
            throw tooLarge(characters + 1L);
        } catch (NumberFormatException tooLarge) {
            // Of a default value: there the engine does not expect an exponent beyond all bounds.
            throw Refusal.badRequest("query: exponents must have at most 32 bits");
        } catch (ParseCancelledException tooMany) {
            throw Limit.TOKENS.exceeded(options.getMaxTokens() + 1L, options.getMaxTokens());
        }
    }

    /**
     * Refuses what costs the parser the square of its length: long numbers, and lists of lists of types, at each level of
     * which it looks ahead to the end.
     */
    private static void glance(String text) {
        int digits = 0;
        int lists = 0;
        for (int i = 0; i < text.length(); i = QuotedText.end(text, i)) {
            char next = text.charAt(i);
            digits = next >= '0' && next <= '9' ? digits + 1 : 0;
            lists += next == '[' ? 1 : next == ']' ? -1 : 0;
            if (digits > MOST_DIGITS) {
                throw Refusal.badRequest("query: numbers must have at most " + MOST_DIGITS + " digits");
            }
            Limit.NESTING.check((long) RULES_OF_A_LIST * lists, MOST_NESTED);
        }
    }

    private Refusal tooLarge(long value) {
        return new Refusal(
                400,
                ErrorCode.QUERY_TOO_LARGE,
                "query: must be a text of at most " + characters + " characters",
                Map.of("limit", characters, "value", value));
    }
}
