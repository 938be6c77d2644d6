/** Takes notifications of the upstream. Entry class: {@link dev.greengraph.http.webhook.WebhookRoute}. */
@NullMarked
package dev.greengraph.http.webhook;

import org.jspecify.annotations.NullMarked;
