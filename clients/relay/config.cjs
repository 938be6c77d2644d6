// The same as src/config.ts, for relay.config.js: the compiler reads it by require.
exports.relayConfig = {
  schema: require.resolve('@greengraph/schema/schema.graphql'),
  customScalarTypes: { DateTime: 'string' },
}
