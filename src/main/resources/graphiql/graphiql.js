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

/**
 * The same fetcher, told what the text in the editor is. GraphiQL reads a text a moment after it changed: whoever runs within 100 ms of choosing another tab would
 * send a subscription as a query, under the name of the other tab's operation.
 */
function upToDate(fetcher) {
  return (parameters, options) => {
    const documentAST = parsed(parameters.query);
    if (!documentAST) {
      return fetcher(parameters, options);
    }
    const names = documentAST.definitions.filter(({ kind }) => kind === 'OperationDefinition').map(({ name }) => name?.value);
    const operationName = names.includes(parameters.operationName) ? parameters.operationName : names[0];
    return fetcher({ ...parameters, operationName }, { ...options, documentAST });
  };
}

/** Nothing for what is no document: the gateway says what is wrong with it. */
function parsed(query) {
  try {
    return GraphiQL.GraphQL.parse(query);
  } catch {
    return undefined;
  }
}

/** The same fetcher, that tells what each answer of a query cost, and nothing while one is under way. */
function tellingCost(fetcher, tell) {
  return (parameters, options) => {
    const answer = fetcher(parameters, options);
    if (parameters.operationName !== 'IntrospectionQuery' && typeof answer.then === 'function') {
      tell(undefined);
      answer.then(({ extensions }) => tell(extensions?.cost), () => undefined);
    }
    return answer;
  };
}

/** What the last answer cost, in words: above all what was not needed. */
function costInWords({ plannedCalls, madeCalls }) {
  return `${madeCalls} upstream ${madeCalls === 1 ? 'call' : 'calls'} made, ${plannedCalls} planned`;
}

/** GraphiQL with a logo, and the cost below the answer, where it stays in sight. The linked operation's name counts only as long as the linked query is in the editor. */
function Page({ link, fetcher, ...settings }) {
  const [cost, setCost] = React.useState();
  const [telling] = React.useState(() => tellingCost(fetcher, setCost));
  const [query, setQuery] = React.useState(link?.query);
  const linked = link && {
    query: link.query,
    variables: link.variables,
    operationName: query === link.query ? link.operationName : undefined,
    onEditQuery: setQuery,
    onTabChange: ({ tabs, activeTabIndex }) => setQuery(tabs[activeTabIndex].query),
  };
  const logo = React.createElement(GraphiQL.Logo, null, 'greengraph');
  const footer = cost && React.createElement(GraphiQL.Footer, null, React.createElement('p', { className: 'cost', role: 'status' }, costInWords(cost)));
  return React.createElement(GraphiQL, { ...settings, ...linked, fetcher: telling }, logo, footer);
}

async function start() {
  const url = new URL(ENDPOINT, document.baseURI).href;
  const fetcher = upToDate(GraphiQL.createFetcher({
    url,
    // By the graphql-ws that GraphiQL brings, with the typed headers as connectionParams.
    subscriptionUrl: url.replace(/^http/, 'ws'),
    // The gateway answers in one piece; without this, GraphiQL asks for multipart answers.
    enableIncrementalDelivery: false,
    headers: {
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      // Shown below the data: extensions.cost.
      'GraphQL-Cost': 'true',
    },
  }));
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
