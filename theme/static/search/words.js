/* Words as search compares them: the same as plugins/search/words.py, by the rules of the index. */

const LEAST = 2

const literal = text => text.replace(/[\\\]^-]/g, "\\$&")

export class Folding {
  #rules; #letters; #pattern; #hyphens; #apostrophes

  constructor(rules) {
    this.#rules = {...rules, stop: new Set(rules.stop)}
    this.#letters = new RegExp(`[\\u0300-\\u036f${Object.keys(rules.letters).join("")}]`, "gu")
    const [apostrophes, hyphens] = [literal(rules.apostrophes), literal(rules.hyphens)]
    this.#pattern = new RegExp(`[\\p{L}\\p{N}]+(?:[${apostrophes}${hyphens}][\\p{L}\\p{N}]+)*`, "gu")
    this.#hyphens = new RegExp(`[${hyphens}]`, "u")
    this.#apostrophes = new RegExp(`[${apostrophes}]`, "u")
  }

  /** Return text in plain small letters. */
  fold(text) {
    const small = text.normalize("NFD").toLowerCase()
    return small.replace(this.#letters, letter => this.#rules.letters[letter] ?? "")
  }

  /** Return the words of text in their order, those that say nothing left out. */
  words(text) {
    return (this.fold(text).match(this.#pattern) ?? [])
      .flatMap(found => this.#parts(found))
      .filter(word => this.isTelling(word))
  }

  /** Tell whether a folded word says what a text is about. */
  isTelling(word) {
    return [...word].length >= LEAST && !this.#rules.stop.has(word)
  }

  #parts(found) {
    const parts = found.split(this.#hyphens).map(part => {
      const [head, next] = part.split(this.#apostrophes)
      return next !== undefined && head.length < LEAST ? next : head
    })
    if (parts.length > 1 && parts[0].length <= LEAST) parts.push(parts.join(""))
    return parts
  }
}
