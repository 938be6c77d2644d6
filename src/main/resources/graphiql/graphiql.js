'use strict';

// Every URL is relative to this page: it works behind a path prefix and never leaves its origin.
const ENDPOINT = 'graphql';
const EXAMPLES = 'graphiql/examples/';

/**
 * What GraphiQL may remember in the browser: tabs and history, but never what stands in the headers editor.
 *
 * GraphiQL's own setting for this (shouldPersistHeaders) covers the tabs only; the history keeps the headers of
 * every query that was run. The prefix keeps apart what other GraphiQL pages of this origin have stored.
 */
const storage = {
  get length() {
    return localStorage.length;
  },
  getItem(key) {
    return localStorage.getItem(ownKey(key));
  },
  setItem(key, value) {
    if (!key.endsWith(':headers')) {
      localStorage.setItem(ownKey(key), withoutHeaders(value));
    }
  },
  removeItem(key) {
    localStorage.removeItem(ownKey(key));
  },
  clear() {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(ownKey('')))
      .forEach((key) => localStorage.removeItem(key));
  },
};

function ownKey(key) {
  return `greengraph:${key}`;
}

/** The same JSON with null for each "headers", at any depth; text that is not JSON or holds none is left as it is. */
function withoutHeaders(text) {
  let found = false;
  const withoutThem = (key, value) => {
    const isHeaders = key === 'headers' && Boolean(value);
    found = found || isHeaders;
    return isHeaders ? null : value;
  };
  try {
    const cleaned = JSON.parse(text, withoutThem);
    return found ? JSON.stringify(cleaned) : text;
  } catch {
    return text;
  }
}

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response;
}

/** One tab for each example. Without them the page still works, with an empty tab. */
async function exampleTabs() {
  try {
    const names = await (await get(`${EXAMPLES}index.json`)).json();
    return await Promise.all(names.map(async (name) => ({ query: await (await get(EXAMPLES + name)).text() })));
  } catch (failure) {
    console.warn('No examples', failure);
    return undefined;
  }
}

/**
 * The operation that a link to this page carries: ?query=…&variables=…&operationName=…
 *
 * Nothing else is read from the URL: headers in a link would end up in histories and logs. The query is shown, never run.
 */
function linkedOperation() {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('query');
  return query
    ? { query, variables: parameters.get('variables') ?? '', operationName: parameters.get('operationName') ?? undefined }
    : undefined;
}

/** GraphiQL with a logo. The linked operation's name counts only as long as the linked query is in the editor. */
function Page({ link, ...settings }) {
  const [query, setQuery] = React.useState(link?.query);
  const linked = link && {
    query: link.query,
    variables: link.variables,
    operationName: query === link.query ? link.operationName : undefined,
    onEditQuery: setQuery,
    onTabChange: ({ tabs, activeTabIndex }) => setQuery(tabs[activeTabIndex].query),
  };
  const logo = React.createElement(GraphiQL.Logo, null, 'greengraph');
  return React.createElement(GraphiQL, { ...settings, ...linked }, logo);
}

async function start() {
  const fetcher = GraphiQL.createFetcher({
    url: new URL(ENDPOINT, document.baseURI).href,
    // The gateway answers in one piece; without this, GraphiQL asks for multipart answers.
    enableIncrementalDelivery: false,
    headers: {
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      // Shown below the data: extensions.cost.
      'GraphQL-Cost': 'true',
    },
  });
  const link = linkedOperation();
  const examples = await exampleTabs();
  const settings = {
    link,
    fetcher,
    storage,
    // Without stored tabs GraphiQL opens the first of these, and reads no linked query beside them.
    defaultTabs: link ? [{ query: link.query, variables: link.variables }, ...(examples ?? [])] : examples,
    shouldPersistHeaders: false,
    // Open at the first visit, before GraphiQL has stored its tabs; from then on as the visitor leaves it.
    visiblePlugin: storage.getItem('graphiql:tabState') === null ? 'Documentation Explorer' : undefined,
  };
  ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(Page, settings));
}

start();
