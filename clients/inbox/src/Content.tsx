import type { Message } from './conversation.js'

const UNAVAILABLE: Record<string, string> = {
  FILE_TOO_LARGE: 'The file is too large to be shown here. It is on the phone.',
  NOT_DECRYPTED: 'This message could not be decrypted. It is on the phone.',
  NOT_DELIVERED_YET: 'This message has not arrived completely yet.',
  OTHER: 'This message can only be read on the phone.',
}

/** What a message says, by its kind. */
export function Content({ message }: { message: Message }) {
  if (message.unavailable) {
    return <p className="hint">{UNAVAILABLE[message.unavailable]}</p>
  }
  switch (message.__typename) {
    case 'ImageMessage':
    case 'StickerMessage':
    case 'VideoMessage':
    case 'AudioMessage':
    case 'DocumentMessage':
      return <Media media={message} />
    case 'PollMessage':
      return <Poll poll={message} />
    case 'LocationMessage':
      return <p>📍 {[message.name, message.address].filter(Boolean).join(', ') || 'A place'}<br /><small>{message.latitude.toFixed(4)}, {message.longitude.toFixed(4)}</small></p>
    case 'ContactMessage':
      return <Cards cards={[message.contact]} />
    case 'ContactsMessage':
      return <Cards cards={message.contacts} />
    case 'GroupInviteMessage':
      return <p>Invitation to the group “{message.groupName}”<br />{message.text}</p>
    case 'ExtendedTextMessage':
      return (
        <>
          <p className="text">{message.text}</p>
          {message.linkPreview?.title && <p className="preview"><b>{message.linkPreview.title}</b><br />{message.linkPreview.description}</p>}
        </>
      )
    case 'ButtonsMessage':
    case 'InteractiveButtonsMessage':
    case 'InteractiveButtonsReplyMessage':
    case 'TemplateMessage':
      return (
        <>
          <p className="text">{message.text}</p>
          <ul className="buttons" aria-label="Buttons of the message">{message.buttons.map(({ text }, place) => <li key={place}>{text}</li>)}</ul>
        </>
      )
    case 'UnknownMessage':
      return <p className="hint">A message of a kind that this page does not know. It is on the phone.</p>
    default:
      return message.text ? <p className="text">{message.text}</p> : <p className="hint">A message without text.</p>
  }
}

type MediaParts = Extract<Message, { fileUrl?: string | null }>

function Media({ media }: { media: MediaParts }) {
  const { fileUrl, thumbnailUrl, caption, fileName } = media
  const label = caption ?? fileName ?? ''
  return (
    <>
      {!fileUrl ? (
        <p className="hint">The file is not available.</p>
      ) : media.__typename === 'VideoMessage' ? (
        <video src={fileUrl} controls preload="none" aria-label={label || 'Video'} {...(thumbnailUrl && { poster: thumbnailUrl })} />
      ) : media.__typename === 'AudioMessage' ? (
        <audio src={fileUrl} controls preload="none" aria-label={label || 'Voice message'} />
      ) : media.__typename === 'DocumentMessage' ? (
        <a className="file" href={fileUrl} target="_blank" rel="noreferrer"><span aria-hidden="true">📄</span> {fileName ?? 'Document'}</a>
      ) : (
        <a href={fileUrl} target="_blank" rel="noreferrer"><img className={media.__typename === 'StickerMessage' ? 'sticker' : 'picture'} src={fileUrl} alt={label || 'Photo'} loading="lazy" /></a>
      )}
      {caption && <p className="text">{caption}</p>}
    </>
  )
}

function Poll({ poll }: { poll: Extract<Message, { __typename: 'PollMessage' }> }) {
  const votes = poll.results && new Map(poll.results.map(({ option, count }) => [option, count]))
  const all = Math.max(1, ...(votes?.values() ?? []))
  return (
    <div className="poll">
      <p><b>{poll.question}</b></p>
      <ul>
        {poll.options.map((option) => (
          <li key={option}>
            <span>{option}</span> <span>{votes ? (votes.get(option) ?? 0) : '–'}</span>
            <i style={{ width: `${((votes?.get(option) ?? 0) / all) * 100}%` }} />
          </li>
        ))}
      </ul>
      {!votes && <p className="hint">No votes are known yet.</p>}
    </div>
  )
}

const Cards = ({ cards }: { cards: readonly { displayName: string; phoneNumbers: readonly string[] }[] }) => (
  <ul className="cards">{cards.map(({ displayName, phoneNumbers }) => <li key={displayName}>👤 <b>{displayName}</b> {phoneNumbers.join(', ')}</li>)}</ul>
)
