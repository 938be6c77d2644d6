package dev.greengraph.startup.warmup;

import dev.greengraph.graphql.node.GlobalId;
import graphql.language.Argument;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/** Variables for a document that was written for other accounts: values that the stage knows, by the arguments they are for. */
final class SampleVariables {

    private static final String CHAT = GlobalId.encode(GlobalId.Type.CHAT, StageAccount.ID, MemoryUpstream.CHAT);

    private static final Map<String, JsonValue> BY_ARGUMENT = Map.of(
            "name", Json.createValue(StageAccount.ID.value()),
            "chatId", Json.createValue(MemoryUpstream.CHAT),
            "messageId", Json.createValue(MemoryUpstream.MESSAGE),
            "id", Json.createValue(CHAT),
            "first", Json.createValue(50),
            "minutes", Json.createValue(1_440));

    private SampleVariables() {}

    /** What is not known is left out. */
    static JsonObject of(String document) {
        Map<String, Object> variables = new HashMap<>();
        NodeVisitorStub found = new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes") // as the engine declares it
            public TraversalControl visitArgument(Argument argument, TraverserContext<Node> context) {
                JsonValue value = BY_ARGUMENT.get(argument.getName());
                if (value != null && argument.getValue() instanceof VariableReference variable) {
                    variables.put(variable.getName(), value);
                }
                return TraversalControl.CONTINUE;
            }
        };
        new NodeTraverser().preOrder(found, Parser.parse(document));
        return Json.createObjectBuilder(variables).build();
    }
}
