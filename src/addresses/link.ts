/** Characters of an address. Servers answer none that is longer. */
const LONGEST = 8000

/** An absolute http(s) address. Control characters are refused: browsers skip them, and headers break at them. */
export const isWebAddress = (value: string) =>
  value.length <= LONGEST &&
  /^https?:\/\//i.test(value) &&
  !/\p{Cc}/u.test(value) &&
  URL.canParse(value)

/** What a link may point at. Control characters and blanks are refused, since browsers skip them. */
export const isLinkAddress = (value: string) =>
  value.length <= LONGEST &&
  !/[\p{Cc}\s]/u.test(value) &&
  (/^(mailto:|tel:)[^\s]/i.test(value) || /^(\/(?![/\\])|#)/.test(value) || isWebAddress(value))
