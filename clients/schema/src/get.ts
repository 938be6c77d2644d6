/** The header without which the gateway takes no GET: no page of another origin can send it without asking first. */
export const headersForGet: Readonly<Record<string, string>> = { 'Apollo-Require-Preflight': 'true' }
