/* The index of one language: fetched in small files, as they are needed. */

import {Folding} from "./words.js"
import {Grammar} from "./stems.js"

const BEGINNING = 3 // letters that decide the shard, as in plugins/search/index.py
const MOST = 4 // shards that one or two letters may load: of a large site they would ask for twenty

async function load(url, options) {
  const answer = await fetch(url, options)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}

export class Index {
  #base; #contents; #files = new Map()

  /** Return the index at an address, ready to be asked. */
  static async open(base) {
    return new Index(base, await load(`${base}index.json`, {cache: "no-cache"}))
  }

  constructor(base, contents) {
    this.#base = base
    this.#contents = contents
    this.size = contents.entries
    this.folding = new Folding(contents.rules)
    this.grammar = new Grammar(contents.rules)
  }

  /** Return the words that begin as the given one does, each with its stems and places.

      With *isWide* also those of which only the first letter is the same. */
  async words(word, isWide = false) {
    const names = this.#shards(word, isWide ? word[0] : word)
    const parts = await Promise.all(names.map(name => this.#file(name, shard =>
      Object.entries(shard).map(([own, places]) =>
        ({word: own, places, stems: this.grammar.stems(own)})))))
    return parts.flat()
  }

  /** Tell whether an entry has no day that makes it old. */
  isLasting(number) {
    return number < this.#contents.first_dated
  }

  /** Return what is to be shown of an entry. */
  async entry(number) {
    const {chunk, chunks} = this.#contents
    const rows = await this.#file(chunks[Math.floor(number / chunk)], rows => rows)
    const [url, title, summary, sign, day] = rows[number % chunk]
    return {url, title, summary, sign, day}
  }

  /* The shards where forms of a word can stand. A vowel that comes and goes can be its third
     letter: isim, ismini. All that begin with *common*, if that is short. */
  #shards(word, common) {
    const beginnings = new Set([word, common].map(letters => letters.slice(0, BEGINNING)))
    const [, start, gone] = word.match(/^([aeiou][^aeiou])[iu]([^aeiou])/u) ?? []
    if (gone) beginnings.add(start + gone)
    const [, back] = word.match(/^([aeiou][^aeiou])[^aeiou]/u) ?? []
    if (back) ["i", "u"].forEach(vowel => beginnings.add(back + vowel))
    const {shards} = this.#contents
    const names = new Set()
    for (const beginning of beginnings) {
      const at = shards.findLastIndex(([first]) => first <= beginning)
      if (at >= 0) names.add(shards[at][1])
    }
    if (common.length < BEGINNING) {
      const forms = shards.filter(([first]) => first.startsWith(common)).slice(0, MOST)
      for (const [, name] of forms) names.add(name)
    }
    return [...names]
  }

  #file(name, read) {
    if (!this.#files.has(name)) {
      const file = load(`${this.#base}${name}.json`).then(read)
      file.catch(() => this.#files.delete(name)) // so that it is tried again
      this.#files.set(name, file)
    }
    return this.#files.get(name)
  }
}
