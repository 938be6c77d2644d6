package dev.greengraph.admission.contract;

import dev.greengraph.admission.cost.CostTable;
import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Edits the printed schema, which is in the order of names: {@code id} comes first and other ids follow, arguments of pages come
 * last; texts that SmallRye makes are replaced by sentences; and a
 * field that may cost calls says so.
 */
@SuppressWarnings("rawtypes") // as the visitor of the engine declares its nodes
final class SchemaEditor extends NodeVisitorStub {

    /** SmallRye adds it to the description of every moment. */
    private static final String FORMAT = " (ISO-8601)";

    private static final List<String> PAGE = List.of("first", "after", "last", "before");

    private static final Comparator<FieldDefinition> FIELDS = Comparator.comparingInt(SchemaEditor::rank);

    private static final Comparator<InputValueDefinition> ARGUMENTS =
            Comparator.comparingInt(argument -> PAGE.indexOf(argument.getName()));

    private final CostTable costs;

    /** @param costs what each field costs */
    SchemaEditor(CostTable costs) {
        this.costs = costs;
    }

    @Override
    public TraversalControl visitObjectTypeDefinition(ObjectTypeDefinition type, TraverserContext<Node> context) {
        return TreeTransformerUtil.changeNode(context, type.transform(edited -> {
            edited.fieldDefinitions(inOrder(type.getFieldDefinitions()));
            if (type.getName().equals("Query")) {
                edited.description(sentence("What can be asked for."));
            } else if (type.getName().equals("Mutation")) {
                edited.description(sentence("What can be changed, in the gateway alone: nothing is sent upstream."));
            } else if (type.getName().equals("Subscription")) {
                edited.description(sentence("What is told as it happens, as a stream of events."));
            }
        }));
    }

    @Override
    public TraversalControl visitInterfaceTypeDefinition(InterfaceTypeDefinition type, TraverserContext<Node> context) {
        return TreeTransformerUtil.changeNode(
                context, type.transform(edited -> edited.definitions(inOrder(type.getFieldDefinitions()))));
    }

    @Override
    public TraversalControl visitFieldDefinition(FieldDefinition field, TraverserContext<Node> context) {
        return TreeTransformerUtil.changeNode(
                context,
                field.transform(edited -> cost(field, context.getParentNode())
                        .map(edited::directive)
                        .orElse(edited)
                        .description(withoutFormat(field.getDescription()))
                        .inputValueDefinitions(field.getInputValueDefinitions().stream()
                                .sorted(ARGUMENTS)
                                .toList())));
    }

    @Override
    public TraversalControl visitInputValueDefinition(InputValueDefinition input, TraverserContext<Node> context) {
        return TreeTransformerUtil.changeNode(
                context, input.transform(edited -> edited.description(withoutFormat(input.getDescription()))));
    }

    @Override
    public TraversalControl visitScalarTypeDefinition(ScalarTypeDefinition scalar, TraverserContext<Node> context) {
        return scalar.getName().equals("DateTime")
                ? TreeTransformerUtil.changeNode(
                        context,
                        scalar.transform(edited -> edited.description(
                                        sentence("A moment as RFC 3339 writes it, with its offset from"
                                                + " UTC: 2026-03-02T10:00:00Z. In answers always UTC."))
                                .directive(specifiedBy("https://scalars.graphql.org/andimarek/date-time.html"))))
                : TraversalControl.CONTINUE;
    }

    private Optional<Directive> cost(FieldDefinition field, Node parent) {
        return parent instanceof TypeDefinition<?> type
                ? costs.directive(type.getName(), field.getName())
                : Optional.empty();
    }

    private static List<FieldDefinition> inOrder(List<FieldDefinition> fields) {
        return fields.stream().sorted(FIELDS).toList();
    }

    private static int rank(FieldDefinition field) {
        if (field.getName().equals("id")) {
            return 0;
        }
        return field.getName().endsWith("Id") ? 1 : 2;
    }

    private static @Nullable Description withoutFormat(@Nullable Description description) {
        return description == null || !description.getContent().endsWith(FORMAT)
                ? description
                : sentence(description
                        .getContent()
                        .substring(0, description.getContent().length() - FORMAT.length()));
    }

    private static Description sentence(String text) {
        return new Description(text, null, false);
    }

    private static Directive specifiedBy(String url) {
        return Directive.newDirective()
                .name("specifiedBy")
                .argument(Argument.newArgument("url", StringValue.of(url)).build())
                .build();
    }
}
