package dev.greengraph.admission.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Refused;
import dev.greengraph.admission.document.ExaminedDocument.Unparseable;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import graphql.introspection.IntrospectionQueryBuilder;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each limit lets its own number pass and refuses one more, by name, with the value. All limits are here, so that a missing
 * one is seen.
 */
class DocumentExaminerTest {

    private final DocumentExaminer documents = new DocumentExaminer(Limits.with());

    static Stream<Arguments> boundaries() {
        return Stream.of(
                Arguments.of("aliases", 30, Attack.aliases(30), Attack.aliases(31)),
                Arguments.of(
                        "root-fields", 10, Attack.rootAliases(10, "__typename"), Attack.rootAliases(11, "__typename")),
                Arguments.of("expanded-fields", 1_000, Attack.duplicates(999), Attack.duplicates(1_000)),
                Arguments.of("directives", 50, Attack.directives(50), Attack.directives(51)),
                Arguments.of("fragments", 50, Attack.fragmentChain(49), Attack.fragmentChain(50)),
                Arguments.of("fragment-spreads", 200, spreads(200), spreads(201)),
                Arguments.of("tokens", 2_000, Attack.duplicates(999), Attack.duplicates(1_996)),
                Arguments.of("depth", 12, Attack.deepFields(12), Attack.deepFields(13)));
    }

    private static String spreads(int count) {
        return "query a { " + "...f ".repeat(9) + "} query b { account { " + "...g ".repeat(count - 9)
                + "} } fragment f on Query { __typename } fragment g on Account { name }";
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void refusesOneMoreThanIsAllowed(String name, int limit, String within, String beyond) {
        assertInstanceOf(Measured.class, documents.examine(within), name);

        Map<String, Object> details = refused(beyond).details();
        assertEquals(name, details.get("limitName"));
        assertEquals((long) limit, details.get("limit"));
        assertTrue((long) details.get("value") > limit, details::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 9})
    void admitsTheStandardIntrospectionQueries(int typeDepth) {
        assertTrue(measured(introspection(typeDepth)).introspects());
    }

    @Test
    void takesTypenameForNoIntrospection() {
        assertFalse(measured("{ __typename accounts { __typename } }").introspects());
    }

    @Test
    void findsIntrospectionBehindFragments() {
        assertTrue(measured("{ ...a } fragment a on Query { ... on Query { b: __type(name: \"Chat\") { name } } }")
                .introspects());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 24, 49})
    void refusesIntrospectionThatGoesRoundInFragments(int levels) {
        String name = String.valueOf(
                refused(Attack.introspectionBomb(levels)).details().get("limitName"));

        assertTrue(
                Set.of("introspection-lists", "introspection-depth", "expanded-fields")
                        .contains(name),
                name);
    }

    @Test
    void refusesIntrospectionThatGoesRound() {
        measured(Attack.circularIntrospection(1));
        assertEquals(
                "introspection-lists",
                refused(Attack.circularIntrospection(2)).details().get("limitName"));
    }

    @Test
    void refusesIntrospectionThatIsDeep() {
        measured("{ __type(name: \"a\") { " + "ofType { ".repeat(14) + "name" + " }".repeat(14) + " } }");
        assertEquals(
                "introspection-depth",
                refused("{ __type(name: \"a\") { " + "ofType { ".repeat(15) + "name" + " }".repeat(15) + " } }")
                        .details()
                        .get("limitName"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 31, 49})
    void refusesFragmentBombs(int levels) {
        refused(Attack.fragmentBomb(levels));
        refused(Attack.deepBomb(Math.min(levels, 31)));
    }

    /** Whoever expands the spreads of the root would do so 2^49 times. */
    @Test
    void countsSpreadsOfWhatIsNotDefined() {
        assertEquals("root-fields", refused(Attack.unknownBomb(49)).details().get("limitName"));
    }

    @Test
    void countsWhatNoOperationUses() {
        refused(Attack.fragmentBomb(20).replace("{ ...f0 }", "{ __typename }"));
    }

    /** Relay writes one of them for each interface. */
    @Test
    void countsNoAliasOfTypenameBelowTheRoot() {
        String relay = "__isMessage: __typename ".repeat(31);

        measured("{ account { " + relay + "} }");
        assertEquals("aliases", refused("{ " + relay + "}").details().get("limitName"));
        refused(Attack.aliases(31).replace("{ account { ", "{ account { " + relay));
    }

    @Test
    void saturates() {
        String widest = Attack.fragmentBomb(49).replace("...f0", "account { ...f0 }");

        assertEquals(Saturating.MOST, refused(widest).details().get("value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ...a } fragment a on Query { ...a }",
                "{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }",
                "{ __typename } fragment a on Query { accounts { ...b } } fragment b on Account { chats { ...a } }",
            })
    void refusesFragmentsThatLeadBackToThemselves(String circle) {
        assertEquals("fragments: must not form a cycle", refused(circle).text());
    }

    @Test
    void refusesTwoFragmentsOfOneName() {
        String two = "{ ...a } fragment a on Query { __typename } fragment a on Query { __typename }";

        assertEquals("fragments: names must be unique", refused(two).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ ...a }", "{ ... on A { ...b } } fragment a on B { ...c }", "{ a ... @skip(if: true) { b } }"})
    void leavesToValidationWhatItDoesNotKnow(String text) {
        measured(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "   ", "{ a: }", "query { \"", "\u0000", "{ a(b: $) }", "fragment on on on { on }"})
    void saysThatATextIsNoDocument(String text) {
        assertInstanceOf(Unparseable.class, documents.examine(text));
    }

    @Test
    void refusesATextThatIsTooLong() {
        Refusal refused = refused("{ a }" + " ".repeat(16_384));

        assertEquals(ErrorCode.QUERY_TOO_LARGE, refused.code());
        assertEquals(16_389L, refused.details().get("value"));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void refusesWhatNestsDeepWithoutFields(String name, String text) {
        Refusal refused = refused(text);

        assertEquals(ErrorCode.QUERY_TOO_DEEP, refused.code());
        assertEquals("nesting", refused.details().get("limitName"));
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("inline fragments", Attack.deepInlineFragments(300)),
                Arguments.of("lists", Attack.deepList(500)),
                Arguments.of("objects", Attack.deepObject(400)),
                Arguments.of("types", Attack.deepType(900)),
                Arguments.of("fields", Attack.deepFields(400)));
    }

    /** Reading a number of 16,000 digits alone would take 22 ms. */
    @Test
    void refusesLongNumbersUnread() {
        measured(Attack.longNumber(400));
        assertEquals(
                "query: numbers must have at most 400 digits",
                refused(Attack.longNumber(401)).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1.5E+2147483648"})
    void refusesNumbersBeyondAllBounds(String number) {
        assertEquals(
                "query: exponents must have at most 32 bits",
                refused("query($x: Float = " + number + ") { __typename }").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#]]]]\n%s",
                "{ a(b: \"]]]]\") } %s",
                "{ a(b: \"\\\"]]]]\") } %s",
                "{ a(b: \"\"\"]]]] \\\"\"\" ]]]] \"\"\") } %s"
            })
    void isNotLedAstrayByWhatStandsInTexts(String around) {
        String deep = "query ($v: " + "[#]\n".repeat(101) + "Int" + "]".repeat(101) + ") { __typename }";

        assertEquals(202L, refused(around.formatted(deep)).details().get("value"));
    }

    /** At each level the parser would look ahead to the last. */
    @Test
    void refusesListsOfListsUnread() {
        measured(Attack.deepType(90));
        assertEquals(202L, refused(Attack.deepType(101)).details().get("value"));
        assertEquals(202L, refused(Attack.deepType(5_000)).details().get("value"));
    }

    @Test
    void examinesAKnownTextOnce() {
        assertSame(documents.examine("{ accounts { name } }"), documents.examine("{ accounts { name } }"));
        assertSame(documents.examine(Attack.aliases(31)), documents.examine(Attack.aliases(31)));
    }

    @Test
    void remembersWithinItsMemory() {
        DocumentExaminer small = new DocumentExaminer(Limits.with("document-memory", "0"));

        assertNotSame(small.examine("{ accounts { name } }"), small.examine("{ accounts { name } }"));
    }

    private static String introspection(int typeDepth) {
        return IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                .descriptions(true)
                .specifiedByUrl(true)
                .isOneOf(true)
                .directiveIsRepeatable(true)
                .schemaDescription(true)
                .inputValueDeprecation(true)
                .typeRefFragmentDepth(typeDepth));
    }

    private Measured measured(String text) {
        return assertInstanceOf(Measured.class, documents.examine(text), text);
    }

    private Refusal refused(String text) {
        return assertInstanceOf(Refused.class, documents.examine(text), text).because();
    }
}
