/** Characters of an address. Servers answer none that is longer. */
const LONGEST = 8000

/** An absolute http(s) address. */
export const isWebAddress = (value: string) =>
  value.length <= LONGEST && /^https?:\/\//i.test(value) && URL.canParse(value)

/** What a link may point at. Control characters and blanks are refused, since browsers skip them. */
export const isLinkAddress = (value: string) =>
  value.length <= LONGEST &&
  !/[\p{Cc}\s]/u.test(value) &&
  (/^(mailto:|tel:)[^\s]/i.test(value) || /^(\/(?![/\\])|#)/.test(value) || isWebAddress(value))
