/* From what is typed to entries, the best first. */

import {isForm, isSlip} from "./stems.js"

const LEVELS = [1, 2, 3, 5, 8] // what a word in text, tag, heading, summary, title counts
const LASTING = 1.15 // what a page without a day counts more: it leads to the rest
const SHORT = 2 // letters that many words begin with
const SLIP = 9 // letters of two words together, from which on one may be the other mistyped: izmr, izmir
const CUT = 5 // letters that two long words share: as good as a lemmatiser (Can et al., 2008)

const EXACT = 1, FORM = .9, BEGUN = .6, ALIKE = .35

/* How well a query is met. */
const ALL = 0, NEAR = 1, SOME = 2

/** Return what indexes have for a query: {isExact, hits}; a hit is {number, index, words}.

    What is met better comes first, then what the first index has. Of an entry that two of them
    have, the first one's counts. Where nothing is found, more of the indexes is asked. */
export async function search(indexes, query, isWide = false) {
  const typed = [...new Set(indexes[0].folding.words(query))]
  const isOpen = !/\s$/u.test(query)
  const answers = await Promise.all(indexes.map(index => ask(index, typed, isOpen, isWide)))
  if (!isWide && answers.every(({hits}) => !hits.length)) return search(indexes, query, true)
  const tier = Math.min(...answers.filter(({hits}) => hits.length).map(answer => answer.tier))
  const hits = new Map()
  for (const {index, words, hits: own} of answers.filter(answer => answer.tier === tier)) {
    for (const {number} of own) {
      if (!hits.has(number)) hits.set(number, {number, index, words})
    }
  }
  return {isExact: tier === ALL, hits: [...hits.values()]}
}

async function ask(index, typed, isOpen, isWide) {
  const telling = typed.filter(word => index.folding.isTelling(word))
  const met = await Promise.all(
    telling.map((word, place) => meet(index, word, isOpen && place === telling.length - 1, isWide)))
  return {index, words: new Set(met.flatMap(({words}) => [...words.keys()])), ...rank(index, met)}
}

/* Return the words of the index that meet a typed one, each with its places and worth. What is not
   met as a whole word is looked for as a beginning, then as a slip, then as a word of one origin.
   All that *isWide* asks for is the first letter. */
async function meet(index, typed, isOpen, isWide) {
  const start = typed.slice(0, isWide ? 1 : 2)
  const near = (await index.words(typed, isWide)).filter(({word}) => word.startsWith(start))
  const stems = index.grammar.stems(typed)
  const known = new Set(near.map(({stems: [[whole]]}) => whole))
  const whole = ({word, stems: others}) => {
    if (word === typed) return EXACT
    const form = isForm(stems, others, known)
    return form && FORM - form.own / 12 - form.other / 60
  }
  const begun = ({word}) => typed.length > SHORT && word.startsWith(typed) && BEGUN * typed.length / word.length + .1
  const slip = ({word}) => typed.length + word.length >= SLIP && isSlip(typed, word) && ALIKE
  const alike = ({word}) => Math.min(typed.length, word.length) > CUT
    && word.startsWith(typed.slice(0, CUT)) && ALIKE
  const either = record => whole(record) || begun(record)
  const steps = [isOpen ? either : whole, begun, slip, alike]
  for (const [step, worth] of steps.entries()) {
    const words = near.map(record => [record.word, {...record, worth: worth(record)}])
    const met = new Map(words.filter(([, {worth}]) => worth))
    if (met.size) return {words: met, isWell: step < 2}
  }
  return {words: new Map(), isWell: false}
}

function rank(index, met) {
  const found = new Map()
  for (const {words} of met) {
    const scores = new Map()
    for (const {places, worth} of words.values()) {
      for (const [number, level] of read(places)) {
        scores.set(number, Math.max(scores.get(number) ?? 0, worth * LEVELS[level]))
      }
    }
    const rarity = Math.log(1 + index.size / scores.size)
    for (const [number, score] of scores) {
      const hit = found.get(number) ?? {number, count: 0, score: 0}
      hit.count += 1
      hit.score += score * rarity * (index.isLasting(number) ? LASTING : 1)
      found.set(number, hit)
    }
  }
  const most = Math.max(0, ...[...found.values()].map(hit => hit.count))
  const hits = [...found.values()].filter(hit => hit.count === most && hit.count * 2 >= met.length)
  hits.sort((one, other) => other.score - one.score || other.number - one.number)
  return {hits, tier: most < met.length ? SOME : met.every(({isWell}) => isWell) ? ALL : NEAR}
}

/* Yield the entries that a word stands in, each with its level. */
function* read(places) {
  for (const [level, steps] of places.split(",").entries()) {
    let number = 0
    for (const step of steps ? steps.split(" ") : []) yield [number += parseInt(step, 36), level]
  }
}
