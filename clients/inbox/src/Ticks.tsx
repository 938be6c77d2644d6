const WORDS: Record<string, string> = {
  PENDING: 'Being sent', SENT: 'Sent', DELIVERED: 'Delivered', READ: 'Read', FAILED: 'Not delivered', NO_ACCOUNT: 'Not delivered: no account under this number',
  NOT_IN_GROUP: 'Not delivered: not a member of the group', YELLOW_CARD: 'Not delivered: sending is suspended', UNKNOWN: 'Sent, state not known',
}

/** How far an outgoing message got: a clock, one tick, two, two in colour, or a warning. */
export function Ticks({ status }: { status: string | null | undefined }) {
  if (!status) return null
  const words = WORDS[status] ?? status
  const failed = words.startsWith('Not')
  const sign = failed ? '!' : status === 'PENDING' ? '◷' : status === 'DELIVERED' || status === 'READ' ? '✓✓' : '✓'
  return (
    <span role="img" aria-label={words} title={words} className={`ticks ${failed ? 'failed' : status.toLowerCase()}`}>
      {sign}
    </span>
  )
}
