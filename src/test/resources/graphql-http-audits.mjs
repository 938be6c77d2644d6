// Runs all audits against one address and prints their results: node graphql-http-audits.mjs <url> [<header>...]
// Each header is sent with the value "true".
import { auditServer } from './graphql-http-1.23.1/lib/audits/server.mjs';

const [url, ...headers] = process.argv.slice(2);

function fetchWithHeaders(address, options = {}) {
  const added = Object.fromEntries(headers.map((name) => [name, 'true']));
  return fetch(address, { ...options, headers: { ...options.headers, ...added } });
}

const results = await auditServer({ url, fetchFn: fetchWithHeaders });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
