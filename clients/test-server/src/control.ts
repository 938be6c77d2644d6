/** A message that is to arrive, or with `outgoing` to be sent, now. */
export interface NewMessage {
  readonly account?: string
  readonly chatId: string
  readonly text: string
  readonly outgoing?: boolean
}

/** What the simulator answers about a message that it added: among others its id. */
export interface AddedMessage {
  readonly idMessage: string
}

/** A failure of the upstream. `docs/simulator.md` lists the kinds; without `times` and `seconds` it lasts until faults are cleared. */
export interface Fault {
  readonly kind: string
  readonly account?: string
  readonly method?: string
  readonly times?: number
  readonly seconds?: number
  readonly delayMillis?: number
}

/** The simulator's time. */
export interface ClockReading {
  readonly now: string
}

/** What an account was asked and what it answered, without names, numbers and texts. To be written to a file as JSON. */
export interface Recording {
  readonly format: string
  readonly from: string
  /** False if there was more than is kept: 5 000 answers. */
  readonly isWhole: boolean
  readonly exchanges: Readonly<Record<string, readonly unknown[]>>
}

/** What a test may ask of the simulated upstream. */
export interface Control {
  /** The simulator's time. */
  clock(): Promise<ClockReading>
  /** Sets its clock, which goes on from there: from when the simulator started to seven days ahead. */
  setClock(now: Date): Promise<ClockReading>
  /** Moves its clock forward. */
  advanceClock(seconds: number): Promise<ClockReading>
  /** Adds a message; the account is `shop` unless given. */
  addMessage(message: NewMessage): Promise<AddedMessage>
  /** Sets how far an outgoing message got. */
  setDelivery(delivery: { account?: string; idMessage: string; state: string }): Promise<unknown>
  /** Makes the upstream fail. */
  addFault(fault: Fault): Promise<unknown>
  /** Ends all failures. */
  clearFaults(): Promise<unknown>
  /** Calls that the upstream got. */
  stats(): Promise<unknown>
  /** Begins a recording, anew if there is one. Who it is about and what was said is replaced before anything is kept. */
  startRecording(): Promise<unknown>
  /** What was recorded so far. */
  recording(): Promise<Recording>
  /** Ends the recording and forgets it. */
  stopRecording(): Promise<unknown>
}

/** The control of the simulator at this address. */
export function controlAt(address: string): Control {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${address}/_simulator/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (!answer.ok) {
      throw new Error(`the simulator refused ${method} ${path}: ${text}`)
    }
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  return {
    clock: () => ask('GET', 'clock'),
    setClock: (now) => ask('POST', 'clock', { now: now.toISOString() }),
    advanceClock: (seconds) => ask('POST', 'clock', { advanceSeconds: seconds }),
    addMessage: (message) => ask('POST', 'messages', { account: 'shop', ...message }),
    setDelivery: (delivery) => ask('POST', 'deliveries', { account: 'shop', ...delivery }),
    addFault: (fault) => ask('POST', 'faults', fault),
    clearFaults: () => ask('DELETE', 'faults'),
    stats: () => ask('GET', 'stats'),
    startRecording: () => ask('POST', 'recording'),
    recording: () => ask('GET', 'recording'),
    stopRecording: () => ask('DELETE', 'recording'),
  }
}
