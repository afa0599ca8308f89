/**
 * Whether a message of the desk's editors begins with a name that a manuscript can have: its length in pieces of seven
 * bits, and the name, which a mark of the editor's own may follow behind U+0000. What handles messages writes the name
 * into the log, and strangers may send any: the lines of a whole page, or ones that look like the newsroom's own.
 */
export function namesManuscript(message: Uint8Array): boolean {
  const [first = 0, second = 0] = message
  const begin = first < 0x80 ? 1 : 2
  if (begin === 2 && second > 1) return false
  const length = begin === 1 ? first : (first & 0x7f) + second * 0x80
  const name = Buffer.from(message.subarray(begin, begin + length)).toString('latin1')
  return name.length === length && /^[\w-]{1,100}(\0[\w-]{0,100})?$/.test(name)
}
