// JSON from strangers, read as strictly as the platform reads it: within limits, no name twice, no
// number that readers disagree about, no half of a letter. What is refused says why.
const MEGABYTES = 1;
const LARGEST = MEGABYTES << 20; // bytes
const DEEPEST = 40;
const MOST_PARTS = 10_000;
const LONGEST_NUMBER = 40;
const HALVED = /[\uD800-\uDFFF]/u; // by itself: pairs are one letter here
const TOKENS = {
  blank: /[ \t\n\r]*/y,
  text: /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  word: /true|false|null/y,
};

// `message` is the key of what the page says, `values` go into it.
export class Unreadable extends Error {
  constructor(says, values = {}) {
    super(says);
    this.values = values;
  }
}

// The text of a file that somebody chose; a larger one is not even read.
export async function textOf(file) {
  if (file.size > LARGEST) throw new Unreadable("json.large", { most: MEGABYTES });
  return decoded(await file.arrayBuffer());
}

export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable("json.encoding");
  }
}

export function parse(text) {
  if (new TextEncoder().encode(text).length > LARGEST) throw new Unreadable("json.large", { most: MEGABYTES });
  const reader = new Reader(text);
  const value = reader.value(0);
  if (reader.next()) throw broken();
  return value;
}

const broken = () => new Unreadable("structure.wrong");

class Reader {
  #text;
  #at = 0;
  #parts = 0;

  constructor(text) {
    this.#text = text;
  }

  value(depth) {
    const next = this.next();
    if (next === "{" || next === "[") return this.#branch(next, depth + 1);
    if (next === '"') return this.#written();
    if (next === "-" || (next >= "0" && next <= "9")) return this.#number();
    return JSON.parse(this.#token("word"));
  }

  // The sign that stands next, blanks left out; empty at the end.
  next() {
    this.#token("blank");
    return this.#text.charAt(this.#at);
  }

  #branch(opening, depth) {
    if (depth > DEEPEST) throw new Unreadable("json.deep", { most: DEEPEST });
    return opening === "[" ? this.#list(depth) : this.#object(depth);
  }

  #list(depth) {
    const found = [];
    for (const _more of this.#inside("]")) found.push(this.value(depth));
    return found;
  }

  #object(depth) {
    const found = new Map();
    for (const _more of this.#inside("}")) {
      if (this.next() !== '"') throw broken();
      const name = this.#written();
      if (found.has(name)) throw new Unreadable("json.twice", { name });
      this.#skip(":");
      found.set(name, this.value(depth));
    }
    return Object.fromEntries(found);
  }

  // Goes on once for each part, up to the closing sign.
  *#inside(closing) {
    this.#at += 1;
    if (this.next() !== closing) {
      do {
        this.#parts += 1;
        if (this.#parts > MOST_PARTS) throw new Unreadable("json.many", { most: MOST_PARTS });
        yield;
      } while (this.next() === "," && (this.#at += 1));
    }
    this.#skip(closing);
  }

  #written() {
    const text = JSON.parse(this.#token("text"));
    if (HALVED.test(text)) throw new Unreadable("json.letters");
    if (text.includes("\0")) throw new Unreadable("json.null");
    return text;
  }

  #number() {
    const written = this.#token("number");
    const number = Number(written);
    if (written.length > LONGEST_NUMBER || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
      throw new Unreadable("json.number", { number: written.slice(0, LONGEST_NUMBER) });
    }
    return number;
  }

  #skip(sign) {
    if (this.next() !== sign) throw broken();
    this.#at += 1;
  }

  #token(kind) {
    const shape = TOKENS[kind];
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#text);
    if (!found) throw broken();
    this.#at = shape.lastIndex;
    return found[0];
  }
}
