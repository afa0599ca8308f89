/** An absolute http(s) address. */
export const isWebAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)

/** What a link may point at. Control characters and blanks are refused, since browsers skip them. */
export const isLinkAddress = (value: string) =>
  !/[\p{Cc}\s]/u.test(value) &&
  (/^(mailto:|tel:)[^\s]/i.test(value) || /^(\/(?![/\\])|#)/.test(value) || isWebAddress(value))
