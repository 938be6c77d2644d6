import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { PictureDocument } from './generated.js'

/** The picture of a chat, asked for when it comes into view; its initials until then and where there is none. */
export function Avatar({ account, chatId, name }: { account: string; chatId: string; name: string }) {
  const place = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState(false)
  const [broken, setBroken] = useState(false)
  const { data } = useQuery(PictureDocument, { variables: { account, chatId }, skip: !seen })
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true))
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  const url = data?.account?.chat?.avatar?.url
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 360, 7)
  return (
    <span ref={place} className="avatar" style={{ '--hue': hue } as React.CSSProperties} aria-hidden="true">
      {initialsOf(name)}
      {url && !broken && <img src={url} alt="" loading="lazy" onError={() => setBroken(true)} />}
    </span>
  )
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}|\p{N}/u)?.[0] ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()
