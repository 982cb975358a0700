/* The words of a page, with what was looked for marked. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘ʼ`´]*/gu
const BLOCKS = "p, li, td, dd, dt, blockquote, h2, h3, figcaption"
const LENGTH = 220 // characters of a passage
const BEFORE = 60 // and of those, before the first hit

/** Return text as nodes, each word that is met in a <mark>. */
export function marked(text, isMet) {
  const nodes = document.createDocumentFragment()
  let end = 0
  for (const {0: word, index} of text.matchAll(WORD)) {
    if (!isMet(word)) continue
    const mark = document.createElement("mark")
    mark.textContent = word
    nodes.append(text.slice(end, index), mark)
    end = index + word.length
  }
  nodes.append(text.slice(end))
  return nodes
}

/** Return the passage of the page at an address where most different words are met, or nothing. */
export async function passage(url, isMet) {
  const answer = await fetch(url)
  if (!answer.ok) return ""
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  let best = "", most = 0
  for (const block of page.querySelectorAll(`main :is(${BLOCKS}):not(:has(${BLOCKS}))`)) {
    const text = block.textContent.trim().replace(/\s+/gu, " ")
    const met = new Set([...text.matchAll(WORD)].map(([word]) => word).filter(isMet)).size
    if (met > most) [best, most] = [text, met]
  }
  return cut(best, isMet)
}

function cut(text, isMet) {
  const first = [...text.matchAll(WORD)].find(([word]) => isMet(word))?.index ?? 0
  const start = first > BEFORE ? text.lastIndexOf(" ", first - BEFORE) + 1 : 0
  const rest = text.slice(start)
  const end = rest.length > LENGTH ? rest.lastIndexOf(" ", LENGTH) : rest.length
  return (start ? "… " : "") + rest.slice(0, end) + (end < rest.length ? " …" : "")
}
