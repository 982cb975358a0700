/* The page of search: what is typed, what is found, and the address that says so.

   All words that are shown stand in the page (theme/templates/lists/search.html). */

import {Index} from "./index.js"
import {search} from "./find.js"
import {marked, passage} from "./passage.js"

const STEP = 10 // results shown at a time
const PAUSE = 120 // milliseconds without a keystroke before anything is looked for
const PATIENCE = 400 // milliseconds before it is said that something is being looked for

const lang = document.documentElement.lang
const title = document.title
const form = document.querySelector("form[role=search]")
const field = form.elements.q
const status = document.querySelector("#_status")
const results = document.querySelector("#_results")
const subjects = document.querySelector("#_subjects")
const list = results.querySelector("ol")
const [advice, more, again] = ["advice", "more", "again"].map(name =>
  results.querySelector(`[data-part=${name}]`))
const words = results.dataset
const months = new Intl.DateTimeFormat(lang, {month: "long", timeZone: "UTC"})
const counts = new Intl.NumberFormat(lang)
const plurals = new Intl.PluralRules(lang)

let indexes // what is known of each language, the page's own first
let asked = 0 // so that an answer that comes late is not shown
let hits = []
let isSettled = false // what stands in the address was asked for, and is worth going back to

function open() {
  const pairs = words.indexes.split(" ")
  indexes ??= Promise.all(pairs.flatMap((own, place) => place % 2 ? [] : [
    Index.open(pairs[place + 1]).then(index => Object.assign(index, {lang: own}))]))
  indexes.catch(() => {}) // said by whoever waits for it
  return indexes
}

async function run(query, shown = STEP) {
  const number = ++asked
  const waiting = setTimeout(() => say(words.loading), PATIENCE)
  document.title = query ? `${query} · ${title}` : title
  try {
    const answer = query ? await search(await open(), query) : {hits: []}
    if (number !== asked) return
    const rows = await Promise.all(answer.hits.slice(0, shown).map(row))
    if (number !== asked) return
    hits = answer.hits
    list.replaceChildren(...rows)
    tell(query, answer.isExact)
    show({isEmpty: !query, isNone: !hits.length})
  } catch (error) {
    if (number !== asked) return
    console.warn(error)
    indexes = undefined // of a site that has changed meanwhile, the old files are gone
    hits = []
    list.replaceChildren()
    say(words.failed)
    show({isFailed: true})
  } finally {
    clearTimeout(waiting)
  }
}

function tell(query, isExact) {
  if (!query) return say("")
  const form = hits.length ? isExact ? words[plurals.select(hits.length)] ?? words.other : words.near
    : words.none
  const values = {query, count: counts.format(hits.length)}
  return say(form.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole))
}

function say(text) {
  if (status.textContent !== text) status.textContent = text
}

function show({isEmpty = false, isNone = false, isFailed = false}) {
  results.hidden = isEmpty
  subjects.hidden = !isNone && !isFailed
  advice.hidden = isEmpty || !isNone
  more.hidden = isFailed || list.childElementCount >= hits.length
  again.hidden = !isFailed
}

async function row({index, number, words}) {
  const {url, title, summary, sign, day} = await index.entry(number)
  const item = results.querySelector("template[data-row]").content.cloneNode(true).firstElementChild
  const [link, date, text, state] = ["a", "time", "[data-part=text]", ".row__status"].map(part =>
    item.querySelector(part))
  const isMet = word => index.folding.words(word).some(folded => words.has(folded))
  link.href = url
  link.append(marked(title, isMet))
  text.append(marked(summary, isMet))
  if (day) figure(date, day)
  else date.remove()
  item.classList.toggle("row--cancelled", sign === "cancelled")
  state.append(results.querySelector(`template[data-sign=${sign}]`).content.cloneNode(true))
  if (index.lang !== lang) {
    link.hreflang = link.lang = text.lang = index.lang
    state.append(results.querySelector(`template[data-only=${index.lang}]`).content.cloneNode(true))
  }
  if (!item.querySelector("mark")) quote(url, isMet, text)
  return item
}

/* Where neither title nor summary says why a page is found, show the passage that does. */
async function quote(url, isMet, text) {
  const found = await passage(url, isMet).catch(() => "")
  if (found) text.replaceChildren(marked(found, isMet))
}

function figure(time, day) {
  const date = new Date(day)
  time.dateTime = day
  time.querySelector(".day__number").textContent = day.slice(8)
  time.querySelector(".day__rest").textContent = `${months.format(date)} ${day.slice(0, 4)}`
}

/* ── the address ─────────────────────────────────────────────────────────────────────────── */

const typed = () => field.value.trimStart()
const asking = () => new URLSearchParams(location.search).get("q") ?? ""

function remember(query, shown) {
  const address = query ? `?${new URLSearchParams({q: query})}` : location.pathname
  const isNew = isSettled && query !== asking()
  history[isNew ? "pushState" : "replaceState"]({shown}, "", address)
  if (isNew) isSettled = false
}

function restore() {
  field.value = asking()
  isSettled = true
  run(typed(), history.state?.shown)
}

/* ── what the visitor does ───────────────────────────────────────────────────────────────── */

let pause

field.addEventListener("focus", open, {once: true})

field.addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(() => {
    remember(typed())
    run(typed())
  }, PAUSE)
})

form.addEventListener("submit", event => {
  event.preventDefault()
  clearTimeout(pause)
  remember(typed())
  isSettled = true
  run(typed())
})

more.querySelector("button").addEventListener("click", async () => {
  const shown = list.childElementCount
  const rows = await Promise.all(hits.slice(shown, shown + STEP).map(row))
  list.append(...rows)
  show({})
  list.children[shown].querySelector("a").focus()
  remember(typed(), list.childElementCount)
})

again.querySelector("button").addEventListener("click", () => run(typed()))

/* The arrows lead from the field through the results and back. */
document.addEventListener("keydown", event => {
  const stops = [field, ...list.querySelectorAll("a")]
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
  const next = stops[stops.indexOf(document.activeElement) + step]
  if (!step || !next || !stops.includes(document.activeElement)) return
  event.preventDefault()
  next.focus()
})

document.querySelector(".without-script").remove()
addEventListener("popstate", restore)
restore()
