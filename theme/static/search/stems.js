/* Which words are forms of one word: derneği, dernekler and dernek; cities and city.

   Both are taken apart into a stem and a chain of endings, in every way that the grammar of the
   index allows. They belong together if they share a stem. Nothing is cut off when the index is
   made, so a stem that is guessed wrong costs no page. */

const WHOLE = 0 // endings of a word that is its own stem
const LONG = 4 // letters of a stem that need not be a word of its own

const CLUSTER = /[^aeiou]{2}$/u

const isVowel = letter => "aeiou".includes(letter ?? "-")

const chain = places => new RegExp(`^${places.map(place => `(?:${place})?`).join("")}$`, "u")

export class Grammar {
  #endings; #stems; #lost; #never

  constructor({endings, stems, lost: [vowel, rest], never}) {
    this.#endings = endings.map(({least, places}) => ({least, chain: chain(places)}))
    this.#stems = stems.map(([end, becomes]) => [new RegExp(end, "u"), becomes])
    this.#lost = [new RegExp(vowel, "u"), rest]
    this.#never = new RegExp(never, "u")
  }

  /** Return the possible stems of a word, each with the number of letters of its ending. */
  stems(word) {
    const found = new Map()
    for (let cut = word.length; cut > 1; cut--) {
      const ending = word.slice(cut)
      if (ending && !this.#isEnding(word[cut - 1], ending, cut)) continue
      for (const stem of this.#stemsOf(word.slice(0, cut), ending)) {
        if (!found.has(stem)) found.set(stem, ending.length)
      }
    }
    return found
  }

  #isEnding(before, ending, cut) {
    return !this.#never.test(before + ending)
      && this.#endings.some(({least, chain}) => cut >= least && chain.test(ending))
  }

  /* A stem that may have lost a vowel stands apart: ism- of ismi is one of isim, kons is none of konus. */
  * #stemsOf(letters, ending) {
    const stem = this.#stems.reduce((stem, [end, becomes]) => stem.replace(end, becomes), letters)
    yield stem
    const short = stem.replace(...this.#lost)
    if (short !== stem || (CLUSTER.test(stem) && isVowel(ending[0]))) yield `~${short}`
  }
}

/** Return how many letters each of two words has behind a stem that they share, if they do.

    A short stem has to be a word that is known: kad is no reason why kadar and kadın were one. */
export function isForm(stems, others, known) {
  let best
  for (const [stem, own] of stems) {
    const other = others.get(stem)
    if (other === undefined) continue
    if (own !== WHOLE && other !== WHOLE && stem.length < LONG && !known.has(stem)) continue
    if (!best || own + other < best.own + best.other) best = {own, other}
  }
  return best
}

/** Tell whether one letter is missing, too many, another one, or has changed places with the next. */
export function isSlip(typed, word) {
  if (Math.abs(typed.length - word.length) > 1 || typed === word) return false
  let start = 0
  while (typed[start] === word[start]) start++
  const [rest, other] = [typed.slice(start), word.slice(start)]
  return rest.slice(1) === other || rest === other.slice(1) || rest.slice(1) === other.slice(1)
    || (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
}
